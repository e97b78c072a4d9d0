/** What the page says of its present reader; what it leaves out, the community's own word answers. */
export interface Reader {
  /** A verified healthcare professional. Only `true` counts. */
  readonly hcp?: boolean | undefined;
  /** ISO 3166-1, two capitals such as `GB`. */
  readonly country?: string | undefined;
}

let present: Reader = {};

export const reader = (): Reader => present;

/**
 * True when it changes what may be shown.
 * @throws TypeError when the country is not written as ISO 3166-1 writes it: it would match no audience at all
 */
export function setReader(given: Reader = {}): boolean {
  if (!/^[A-Z]{2}$/.test(given.country ?? 'GB'))
    throw new TypeError('connect: write reader.country like GB (ISO 3166-1)');
  const changed = given.hcp !== present.hcp || given.country !== present.country;
  if (changed) present = given;
  return changed;
}
