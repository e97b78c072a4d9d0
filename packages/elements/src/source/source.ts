import type { ItemLink } from '@pullquote/record/reader';

/** What asking for an item brought, before anything of it is believed. */
export type Bytes =
  | { readonly jws: string }
  | { readonly tombstone: string }
  /** The community saw it withdrawn, but holds no tombstone (yet). */
  | 'withdrawn'
  | 'unknown'
  | 'unreachable';

/** Where records and status lists come from. */
export interface Source {
  /** The version that a link names, or the current one when it names none. */
  record(url: string, link: ItemLink | undefined): Promise<Bytes>;
  /** A status list token. */
  status(uri: string): Promise<string | 'unreachable'>;
}
