import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

/** What the bundle's build wrote down: file names with a hash of their content in them. */
const manifestSchema = v.strictObject({ script: v.string(), charts: v.string(), style: v.string() });
export type Manifest = v.InferOutput<typeof manifestSchema>;

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
const NAME = /^[a-z][a-z0-9-]*-[A-Za-z0-9_-]{8,}\.(js|css)$/;
/** The sources and what is compiled of them stand equally deep. */
const FOLDER = fileURLToPath(new URL('../../dist/dashboard/', import.meta.url));

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly encoding?: 'br' | undefined;
}

/** The browser's part as it was built. Files are read once and kept: they are few, and they never change while this runs. */
export class Assets {
  readonly #folder: string;
  readonly #kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();

  constructor(folder = FOLDER) {
    this.#folder = folder;
  }

  /** Undefined where the bundle was not built. */
  async manifest(): Promise<Manifest | undefined> {
    const bytes = await this.#read('manifest.json');
    if (!bytes) return undefined;
    const parsed = v.safeParse(manifestSchema, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : undefined;
  }

  /** @param name of a file that the manifest or another asset names */
  async file(name: string, acceptsBrotli: boolean): Promise<Asset | undefined> {
    const [, ending = ''] = NAME.exec(name) ?? [];
    const type = TYPES[ending];
    if (type === undefined) return undefined;
    const small = acceptsBrotli ? await this.#read(`assets/${name}.br`) : undefined;
    if (small) return { body: small, type, encoding: 'br' };
    const body = await this.#read(`assets/${name}`);
    return body && { body, type };
  }

  #read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    let kept = this.#kept.get(path);
    if (!kept) {
      kept = readFile(this.#folder + path).then(
        (bytes) => new Uint8Array(bytes),
        () => {
          // Built a moment later, it is found the next time.
          this.#kept.delete(path);
          return undefined;
        },
      );
      this.#kept.set(path, kept);
    }
    return kept;
  }
}
