import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { KV, KvEntry } from '@nats-io/kv';
import { JetStreamApiError } from '@nats-io/jetstream';
import { CollectorError } from '../../../errors.js';
import { asked, said } from '../connect.js';

const WRONG_SEQUENCE = 10_071;
/** Values longer than this are kept deflated, so that a long catalogue is one value too. */
const DEFLATE_FROM = 16_384;
const [PLAIN, DEFLATED] = [0, 1];
/** More others than this, changing one document at one time, there are not. */
const MOST_TRIES = 50;

const WHAT = 'store.log, what is kept there';

/**
 * Small JSON documents in a replicated bucket, each changed as a whole and only from what was read: whoever comes second reads again.
 * Reads go to the bucket's leader, so that a key that was revoked opens nothing, whichever collector is asked.
 */
export class Documents {
  constructor(private readonly kv: KV) {}

  async get<T>(key: string): Promise<T | undefined> {
    return (await this.#read<T>(key)).document;
  }

  /**
   * Changes one document, or makes or removes it; `work` may run several times. A `result` without `after` leaves it alone.
   * @throws CollectorError `store` or whatever `work` throws
   */
  async change<T, R>(
    key: string,
    work: (before: T | undefined) => { readonly after?: T | 'removed'; readonly result: R },
  ): Promise<R> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const { document, revision } = await this.#read<T>(key);
      const { after, result } = work(document);
      if (after === undefined || (after === 'removed' && document === undefined)) return result;
      if (await this.#write(key, after === 'removed' ? undefined : after, revision)) return result;
    }
    throw new CollectorError('store', `${WHAT}: ${key} is changed by too many at once. Try again.`);
  }

  /** Replaces whatever is there. */
  put<T extends object>(key: string, document: T): Promise<void> {
    return said(WHAT, async () => void (await this.kv.put(key, encode(document))));
  }

  /** @returns false when it is there already */
  create<T extends object>(key: string, document: T): Promise<boolean> {
    return this.change<T, boolean>(key, (before) =>
      before === undefined ? { after: document, result: true } : { result: false },
    );
  }

  /** @returns false when there is none */
  remove(key: string): Promise<boolean> {
    return this.change<object, boolean>(key, (before) => ({ after: 'removed', result: before !== undefined }));
  }

  /** Those whose keys match, such as `session.*`, ordered by key. */
  list<T>(filter: string): Promise<{ readonly key: string; readonly document: T }[]> {
    return asked(WHAT, async () => {
      const found: { key: string; document: T }[] = [];
      for await (const entry of await this.kv.history({ key: filter }))
        if (entry.operation === 'PUT') found.push({ key: entry.key, document: decode(entry) as T });
      return found.sort((a, b) => (a.key < b.key ? -1 : 1));
    });
  }

  /** Of those whose keys match, the keys alone. */
  keys(filter: string): Promise<string[]> {
    return asked(WHAT, async () => {
      const found: string[] = [];
      for await (const key of await this.kv.keys(filter)) found.push(key);
      return found.sort();
    });
  }

  async #read<T>(key: string): Promise<{ document: T | undefined; revision: number }> {
    const entry = await asked(WHAT, () => this.kv.get(key));
    if (entry === null) return { document: undefined, revision: 0 };
    return { document: entry.operation === 'PUT' ? (decode(entry) as T) : undefined, revision: entry.revision };
  }

  #write(key: string, document: unknown, revision: number): Promise<boolean> {
    return said(WHAT, async () => {
      try {
        if (document === undefined) await this.kv.delete(key, { previousSeq: revision });
        else await this.kv.put(key, encode(document), { previousSeq: revision });
        return true;
      } catch (error) {
        if (error instanceof JetStreamApiError && error.code === WRONG_SEQUENCE) return false;
        throw error;
      }
    });
  }
}

function encode(document: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(document));
  return json.length < DEFLATE_FROM
    ? Buffer.concat([Buffer.of(PLAIN), json])
    : Buffer.concat([Buffer.of(DEFLATED), deflateRawSync(json)]);
}

function decode({ value }: KvEntry): unknown {
  const rest = Buffer.from(value.subarray(1));
  return JSON.parse((value[0] === DEFLATED ? inflateRawSync(rest) : rest).toString());
}
