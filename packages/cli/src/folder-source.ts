import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, readIfThere } from './files.js';

/** Where a publisher's folder is read from. */
export interface PublishedSource {
  /** What people call it. */
  readonly name: string;
  /** The origin that it must speak for, where the place itself tells. */
  readonly origin?: string | undefined;
  /** A file's text by its path on the origin; undefined when there is none. @throws Error with what went wrong */
  read(path: string, maxBytes: number): Promise<string | undefined>;
  /** File names in a folder, where they can be listed. */
  list?(path: string): Promise<string[]>;
}

export function folderSource(folder: string): PublishedSource {
  const at = (path: string) => join(folder, ...path.split('/'));
  return {
    name: folder,
    async read(path, maxBytes) {
      try {
        if ((await stat(at(path))).size > maxBytes) throw new Error(`is larger than ${maxBytes} bytes`);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
      return readIfThere(at(path));
    },
    async list(path) {
      try {
        return await readdir(at(path));
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
  };
}
