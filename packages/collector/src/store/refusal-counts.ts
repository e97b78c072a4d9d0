import type { DayRange } from './range.js';

export interface RefusalRow {
  /** The day on which it was refused. */
  readonly day: string;
  /** The publisher's origin once a signature proved for whom it was, else `unknown`. */
  readonly publisher: string;
  /** The community's origin once a signature proved who sent it, else `unknown`. */
  readonly community: string;
  readonly code: string;
  readonly n: number;
}

/** How often what was refused, from whom: never what it held. */
export interface RefusalCounts {
  add(row: RefusalRow): Promise<void>;
  /** The latest day first. Without a publisher: those of everyone, which only the operator may see. */
  list(query?: DayRange & { readonly publisher?: string | undefined }): Promise<RefusalRow[]>;
}
