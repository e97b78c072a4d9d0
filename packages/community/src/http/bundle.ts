import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const CHUNK = /^[A-Za-z0-9_-][A-Za-z0-9._-]*\.js$/;

/** The browser's script as @pullquote/elements brings it. */
export class Bundle {
  readonly #folder: string;

  constructor(folder?: string) {
    this.#folder =
      folder ??
      join(dirname(createRequire(import.meta.url).resolve('@pullquote/elements/package.json')), 'dist/bundle');
  }

  script(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#read('pullquote.js');
  }

  chunk(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return CHUNK.test(name) ? this.#read(join('chunks', name)) : Promise.resolve(undefined);
  }

  async #read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      return new Uint8Array(await readFile(join(this.#folder, path)));
    } catch {
      return undefined;
    }
  }
}
