import { PAGE_NAMES, PAGE_PATHS, type PageName } from '../../paths.js';

/** Where the reader is: all of it stands in the address, so that it can be sent to a colleague. */
export interface Place {
  readonly page: PageName;
  /** URN of the item, on its page. */
  readonly item?: string | undefined;
  /** First and last day of what is looked at. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Origin of the one community that is looked at. */
  readonly community?: string | undefined;
  /** Column of the table; `-` before it sorts the other way. */
  readonly sort?: string | undefined;
  /** Which figure a page is about, where it can be about several. */
  readonly show?: string | undefined;
  /** Whose figures, where the collector is open and serves several publishers. */
  readonly publisher?: string | undefined;
}

const FIELDS = ['item', 'from', 'to', 'community', 'sort', 'show', 'publisher'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Undefined where the address is none of the dashboard's. A day that is none is left out, as if it had not been named. */
export function placeOf(url: URL): Place | undefined {
  const page = PAGE_NAMES.find((name) => PAGE_PATHS[name] === url.pathname);
  if (!page) return undefined;
  const place: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = url.searchParams.get(field);
    if (value === null || value === '') continue;
    if ((field === 'from' || field === 'to') && !(DAY.test(value) && !Number.isNaN(Date.parse(value)))) continue;
    place[field] = value;
  }
  return { ...place, page };
}

export function addressOf({ page, ...fields }: Place): string {
  const query = new URLSearchParams();
  for (const field of FIELDS) {
    const value = fields[field];
    if (value !== undefined && value !== '') query.set(field, value);
  }
  // Colons and slashes may stand in a query, and an address is read by people.
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return PAGE_PATHS[page] + (text === '' ? '' : `?${text}`);
}

/** Another page with the same days and community. */
export function toPage(place: Place, page: PageName, more: Partial<Place> = {}): Place {
  const { from, to, community, publisher } = place;
  return { page, from, to, community, publisher, ...more };
}
