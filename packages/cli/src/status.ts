import { openStatusList, publicKey, signStatusList, STATUS_PATH } from '@pullquote/record';
import { statusTtl } from './config.js';
import { CliError } from './errors.js';
import type { Keys } from './keys.js';
import type { Project } from './project.js';
import type { SignedIndex } from './signed-index.js';

export interface IssuedStatus {
  readonly token: string;
  /** Seconds since 1970. */
  readonly iat: number;
  /** Seconds since 1970; from then on the list vouches for nothing. */
  readonly exp: number;
}

/**
 * Signs the list of all items' states. It is always later than the one before: communities keep the newest, and two lists
 * of the same second would leave open which one holds.
 */
export async function issueStatus(
  { config }: Project,
  keys: Keys,
  index: SignedIndex,
  now: Date,
): Promise<IssuedStatus> {
  const uri = config.origin + STATUS_PATH;
  const iat = Math.max(Math.floor(now.getTime() / 1000), index.statusIssued + 1);
  const exp = iat + statusTtl(config);
  const states = new Map(index.records.filter(({ state }) => state !== 'live').map(({ idx, state }) => [idx, state]));
  const token = await signStatusList({ uri, iat, exp, states }, keys.status);
  const list = await openStatusList(token, { keys: [publicKey(keys.status)] }, uri);
  for (const { idx, state, name, version } of index.records) {
    if (list.stateAt(idx) !== state)
      throw new CliError('publish', `The status list does not say "${state}" for ${name} version ${version}.`);
  }
  return { token, iat, exp };
}
