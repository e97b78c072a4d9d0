import { sharedPage } from '../shared-page.js';

/** What the page says of its present reader; what it leaves out, the community's own word answers. */
export interface Reader {
  /** A verified healthcare professional. Only `true` counts. */
  readonly hcp?: boolean | undefined;
  /** ISO 3166-1, two capitals such as `GB`. */
  readonly country?: string | undefined;
}

/** One and the same each time: who asks twice wants to see whether it is still the same reader. */
const UNSAID: Reader = {};

/** As the page said last, to whichever copy of the SDK. */
export const reader = (): Reader => sharedPage.options?.reader ?? UNSAID;

/**
 * True when what is given changes what may be shown.
 * @throws TypeError when the country is not written as ISO 3166-1 writes it: it would match no audience at all
 */
export function changesReader(given: Reader = {}): boolean {
  if (!/^[A-Z]{2}$/.test(given.country ?? 'GB'))
    throw new TypeError('connect: write reader.country like GB (ISO 3166-1)');
  const { hcp, country } = reader();
  return given.hcp !== hcp || given.country !== country;
}
