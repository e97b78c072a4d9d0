import { openStatusList, publicKey, signStatusList, STATUS_PATH } from '@pullquote/record';
import { statusTtl } from './config.js';
import { CliError } from './errors.js';
import { privateKey } from './keys.js';
import type { Project } from './project.js';
import { writeIndex, type SignedIndex } from './signed-index.js';

export interface IssuedStatus {
  readonly token: string;
  /** Seconds since 1970. */
  readonly iat: number;
  /** Seconds since 1970; from then on the list vouches for nothing. */
  readonly exp: number;
}

/**
 * Signs the list of all items' states. It is always later than the one before: communities keep the newest, and two lists
 * of the same second would leave open which one holds. The index is written first: should the rest fail, the next list is
 * still later than this one.
 */
export async function issueStatus(project: Project, index: SignedIndex, now: Date): Promise<IssuedStatus> {
  const { config } = project;
  const uri = config.origin + STATUS_PATH;
  const iat = Math.max(Math.floor(now.getTime() / 1000), index.statusIssued + 1);
  const exp = iat + statusTtl(config);
  const states = new Map(index.records.filter(({ state }) => state !== 'live').map(({ idx, state }) => [idx, state]));
  const key = await privateKey(project, 'status');
  const token = await signStatusList({ uri, iat, exp, states }, key);
  const list = await openStatusList(token, { keys: [publicKey(key)] }, uri);
  for (const { idx, state, name, version } of index.records) {
    if (list.stateAt(idx) !== state)
      throw new CliError('publish', `The status list does not say "${state}" for ${name} version ${version}.`);
  }
  const statusExpires = Math.max(exp, index.statusExpires ?? 0);
  await writeIndex(project, { ...index, statusIssued: iat, statusExpires });
  return { token, iat, exp };
}

/**
 * From when on no list that was issued here vouches for anything any more, in seconds since 1970. A shorter lifetime in the
 * settings does not shorten a list that is out already.
 */
export function vouchedUntil({ config }: Project, index: SignedIndex, now: Date): number {
  const issued = index.statusIssued === 0 ? 0 : index.statusIssued + statusTtl(config);
  return Math.max(Math.floor(now.getTime() / 1000), index.statusExpires ?? issued);
}
