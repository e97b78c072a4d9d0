import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';

/** Writes a file whole or not at all: a reader, or a crash, never meets half of it. */
export async function writeWhole(file: string, content: string | Iterable<string>, mode = 0o644): Promise<void> {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(content);
      // A rename may reach the disk before the bytes do: after a power cut the file would be there and empty.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * A file's text, or undefined when there is no such file. Read at once: of ten thousand small files, the asynchronous way
 * leaves a buffer each behind, which are only cleared away together.
 */
export function readIfThere(file: string): Promise<string | undefined> {
  try {
    return Promise.resolve(readFileSync(file, 'utf8'));
  } catch (error) {
    return isMissing(error) ? Promise.resolve(undefined) : Promise.reject(error as Error);
  }
}

/** The same in pieces, for a file that may be long. */
export async function streamIfThere(file: string): Promise<AsyncIterable<string> | undefined> {
  try {
    const handle = await open(file);
    return handle.createReadStream({ encoding: 'utf8' }) as AsyncIterable<string>;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The size of a file in bytes, or undefined when there is no such file. */
export async function sizeIfThere(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
