import { thumbprint } from '@pullquote/record';
import type { Collector } from '../collector.js';
import { CollectorError } from '../errors.js';
import { plain } from '../report/text.js';
import { fetchCommunity } from '../trust/fetch-community.js';
import type { TrustChange } from '../trust/store.js';
import type { Terminal } from './terminal.js';

export interface TrustAddOptions {
  /** Ask nothing: every new key must then be named in `thumbprint`. */
  readonly yes?: boolean | undefined;
  readonly thumbprint?: readonly string[] | undefined;
}

/** Fetches a community's descriptor, shows whose it is, and trusts the keys that the operator confirms. */
export async function trustAdd(
  origin: string,
  { yes = false, thumbprint: given = [] }: TrustAddOptions,
  { trust }: Pick<Collector, 'trust'>,
  terminal: Terminal,
): Promise<TrustChange> {
  const file = await fetchCommunity(origin);
  const known = (await trust.list()).find(({ id }) => id === file.id);
  const prints = await Promise.all(file.jwks.keys.map((key) => thumbprint(key)));
  const isTrusted = (print: string) => known?.keys.some((key) => key.thumbprint === print) ?? false;
  const fresh = prints.filter((print) => !isTrusted(print));

  terminal.out(`Community  ${file.id}`);
  terminal.out(`Name       ${plain(file.name)}`);
  terminal.out(`Country    ${file.country}`);
  terminal.out(`Funding    ${file.funding === undefined ? 'not stated' : plain(file.funding, 500)}`);
  for (const print of prints) terminal.out(`Key        ${print}${isTrusted(print) ? '  (trusted already)' : ''}`);
  for (const { thumbprint: print } of known?.keys ?? [])
    if (!prints.includes(print)) terminal.out(`Gone       ${print}  (will no longer be trusted)`);
  if (known && fresh.length > 0) terminal.out('This community is known here, but its keys have changed.');

  const changes = fresh.length > 0 || (known?.keys.length ?? 0) !== prints.length;
  const confirmed = changes && !yes ? [...given, ...(await ask(terminal, fresh, given))] : given;
  const change = await trust.add(file, confirmed);
  const { added, removed } = change;
  terminal.out(
    added.length + removed.length === 0
      ? `${file.id} is trusted already. Its keys have not changed.`
      : `${file.id} is trusted: ${added.length} new, ${removed.length} removed. Its batches are counted from now on.`,
  );
  return change;
}

/** The thumbprints that a person has just confirmed. A given one that differs is left for `trust.add` to refuse. */
async function ask({ confirm }: Terminal, fresh: readonly string[], given: readonly string[]): Promise<string[]> {
  if (!confirm)
    throw new CollectorError(
      'usage',
      'Nobody can be asked here. Compare the thumbprints by another way, then add --yes and --thumbprint for each.',
    );
  const question =
    fresh.length > 0
      ? 'Does the community confirm these thumbprints by another way, such as by telephone?'
      : 'Stop trusting the keys that are gone?';
  if (!(await confirm(question))) throw new CollectorError('key-not-confirmed', 'Not confirmed: nothing was changed.');
  return fresh.filter((print) => !given.includes(print));
}
