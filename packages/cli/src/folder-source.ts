import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, sizeIfThere, streamIfThere } from './files.js';

/** Where a publisher's folder is read from. */
export interface PublishedSource {
  /** What people call it. */
  readonly name: string;
  /** The origin that it must speak for, where the place itself tells. */
  readonly origin?: string | undefined;
  /** A file's text by its path on the origin; undefined when there is none. @throws Error with what went wrong */
  read(path: string, maxBytes: number): Promise<string | undefined>;
  /** The same in pieces, for a file that may be long. @throws Error, also while the pieces are read */
  stream(path: string, maxBytes: number): Promise<AsyncIterable<string> | undefined>;
  /** File names in a folder, where they can be listed. */
  list?(path: string): AsyncIterable<string>;
}

export function folderSource(folder: string): PublishedSource {
  const at = (path: string) => join(folder, ...path.split('/'));
  const isThere = async (path: string, maxBytes: number) => {
    const size = await sizeIfThere(at(path));
    if (size !== undefined && size > maxBytes) throw new Error(`is larger than ${maxBytes} bytes`);
    return size !== undefined;
  };
  return {
    name: folder,
    async read(path, maxBytes) {
      return (await isThere(path, maxBytes)) ? readIfThere(at(path)) : undefined;
    },
    async stream(path, maxBytes) {
      return (await isThere(path, maxBytes)) ? streamIfThere(at(path)) : undefined;
    },
    async *list(path) {
      if ((await sizeIfThere(at(path))) === undefined) return;
      for await (const { name } of await opendir(at(path))) yield name;
    },
  };
}
