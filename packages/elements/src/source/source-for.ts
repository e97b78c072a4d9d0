import { communitySource } from './community-source.js';
import type { Host } from './host.js';
import type { Source } from './source.js';

/** Where this page gets an item of `publisher` from. Only publishers' pages and communities without a server load the second way. */
export async function sourceFor(host: Host, publisher: string): Promise<Source> {
  if (host.kind === 'community' && !host.file.direct) return communitySource(host.base);
  const { folderSource } = await import('./folder-source.js');
  return folderSource(publisher);
}
