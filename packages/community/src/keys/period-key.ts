import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { CommunityError } from '../errors.js';

const schema = v.object({
  period: v.pipe(v.string(), v.minLength(1)),
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});

interface Doctor {
  readonly member: string;
  readonly key: KeyObject;
  readonly tags: Map<string, Buffer>;
}

/**
 * The key of one week or one day: a file of its own, never in the database, a log or a backup. Destroying it is the erasure of
 * all that was kept under it.
 */
export class PeriodKey {
  readonly #path: string;
  #period = '';
  #key: KeyObject | undefined;
  /** The doctor whose facts are being taken: all of a request are of one. In memory alone, and gone with the key. */
  #latest: Doctor | undefined;

  /** @throws CommunityError `key-file`: a key that is there and can't be read must not be taken for lost */
  constructor(dataDir: string, file: string) {
    this.#path = join(dataDir, file);
    rmSync(this.#fresh, { force: true }); // A key that a crash kept from ever being used.
    const text = read(this.#path, file);
    if (text === undefined) return;
    try {
      const { period, key } = v.parse(schema, JSON.parse(text));
      this.#period = period;
      this.#key = createSecretKey(key, 'base64url');
    } catch {
      overwrite(this.#path); // Half a key, left by a crash while it was destroyed.
    }
  }

  /** The week or day that the key belongs to, or the empty string when there is none. */
  get period(): string {
    return this.#period;
  }

  /** Makes the key of a period; the one before is destroyed. On disk before it returns: nothing may be kept under a key that a power cut takes. */
  make(period: string): void {
    this.destroy();
    const key = randomBytes(32);
    const text = JSON.stringify({ period, key: key.toString('base64url') });
    writeFileSync(this.#fresh, text, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(this.#fresh, this.#path);
    syncFolder(this.#path);
    this.#period = period;
    this.#key = createSecretKey(key);
    key.fill(0);
  }

  destroy(): void {
    overwrite(this.#path);
    this.#key = undefined;
    this.#latest = undefined;
    this.#period = '';
  }

  /**
   * Member and scope → what is counted by. The scope goes into the hash, so that what a doctor did in one scope can't be told
   * to be of the doctor who stands in another.
   */
  tag(member: string, scope: string): Buffer {
    if (!this.#key) throw new Error('There is no key to hash with.');
    if (this.#latest?.member !== member) {
      const doctor = createHmac('sha256', this.#key).update(member, 'utf8').digest();
      this.#latest = { member, key: createSecretKey(doctor), tags: new Map() };
    }
    const { key, tags } = this.#latest;
    let tag = tags.get(scope);
    if (!tag) {
      tag = createHmac('sha256', key).update(scope, 'utf8').digest();
      tags.set(scope, tag);
    }
    return tag;
  }

  get #fresh(): string {
    return `${this.#path}.new`;
  }
}

function read(path: string, file: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CommunityError('key-file', `dataDir/${file}: can't be read. Give the server's user access to it.`);
  }
}

/** Overwrites before unlinking: cheap, and on an ordinary disk the bytes are gone. */
function overwrite(path: string): void {
  try {
    writeFileSync(path, randomBytes(statSync(path).size), { flag: 'r+', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  rmSync(path, { force: true });
  syncFolder(path);
}

/** A name that is made or removed is on disk only once its folder is. */
function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
