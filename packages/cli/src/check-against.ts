import { CliError } from './errors.js';
import type { Item } from './item.js';
import type { SignedIndex } from './signed-index.js';

/**
 * What no single file can show: names, versions and addresses that other signed records hold.
 * @throws CliError `sign` or `withdrawn`
 */
export function checkAgainst({ records }: SignedIndex, { name, content }: Item): void {
  const own = records.filter(({ id }) => id === content.id);
  if (own.some(({ state }) => state === 'withdrawn')) {
    throw new CliError('withdrawn', `${name} was withdrawn, and that is final. Give a new item a new id.`, [
      'id: belongs to a withdrawn item',
    ]);
  }
  const stranger = records.find((entry) => entry.name === name && entry.id !== content.id);
  if (stranger)
    throw new CliError('sign', `The name ${name} belongs to ${stranger.id}. Rename the file.`, [
      'id: is not that of the item signed under this name',
    ]);
  const renamed = own.find((entry) => entry.name !== name);
  if (renamed)
    throw new CliError('sign', `${content.id} was signed as ${renamed.name}. Keep that file name, or give a new id.`, [
      'id: is signed under another name',
    ]);
  const neighbour = records.find(
    (entry) => entry.url === content.canonicalUrl && entry.id !== content.id && entry.state !== 'withdrawn',
  );
  if (neighbour)
    throw new CliError(
      'sign',
      `${content.canonicalUrl} belongs to ${neighbour.name}. Give each item its own address.`,
      ['canonicalUrl: belongs to another item'],
    );
  const newest = Math.max(0, ...own.map(({ version }) => version));
  if (content.version < newest && !own.some(({ version }) => version === content.version)) {
    throw new CliError('sign', `${name}: version ${newest} is signed already. Set version: ${newest + 1}.`, [
      `version: must be higher than ${newest}`,
    ]);
  }
}
