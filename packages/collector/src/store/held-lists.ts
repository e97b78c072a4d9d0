import type { DayRange } from './range.js';

/** A community's server held a publisher's status list on a day. */
export interface HeldRow {
  readonly community: string;
  /** The list's URL. */
  readonly list: string;
  readonly day: string;
  /** The list's own `iat`, seconds since 1970; the newest that was held on that day. */
  readonly iat: number;
}

/** Which status lists communities said that they hold: how far a recall has come. */
export interface HeldLists {
  /** Each community's last word for each list. Ordered by list and community. */
  latest(publisher: string): Promise<HeldRow[]>;
  /** For each community the first day on which it held this list in an issue not older than `iat`. Ordered by day. */
  since(publisher: string, list: string, iat: number): Promise<HeldRow[]>;
  /** Ordered by list, community and day. */
  days(publisher: string, query?: DayRange & { readonly list?: string | undefined }): Promise<HeldRow[]>;
}
