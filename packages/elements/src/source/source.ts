import type { ItemLink } from '@pullquote/record/reader';
import { communitySource } from './community-source.js';
import type { Host } from './host.js';

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

/** Where this page gets an item of `publisher` from. Only publishers' pages and communities without a server load the second way. */
export async function sourceFor(host: Host, publisher: string): Promise<Source> {
  if (host.kind === 'community' && !host.file.direct) return communitySource(host.base);
  const { folderSource } = await import('./folder-source.js');
  return folderSource(publisher);
}
