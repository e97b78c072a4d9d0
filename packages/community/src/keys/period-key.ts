import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { CommunityError } from '../errors.js';

const schema = v.object({
  period: v.pipe(v.string(), v.minLength(1)),
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});

/**
 * The key of one week or one day: a file of its own, never in the database, a log or a backup. Destroying it is the erasure of
 * all that was kept under it.
 */
export class PeriodKey {
  readonly #path: string;
  #period = '';
  #key: Buffer = Buffer.alloc(0);

  /** @throws CommunityError `key-file`: a key that is there and can't be read must not be taken for lost */
  constructor(dataDir: string, file: string) {
    this.#path = join(dataDir, file);
    rmSync(this.#fresh, { force: true }); // A key that a crash kept from ever being used.
    const text = read(this.#path, file);
    if (text === undefined) return;
    try {
      const { period, key } = v.parse(schema, JSON.parse(text));
      this.#period = period;
      this.#key = Buffer.from(key, 'base64url');
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
    this.#key = key;
  }

  destroy(): void {
    overwrite(this.#path);
    this.#key.fill(0);
    this.#key = Buffer.alloc(0);
    this.#period = '';
  }

  /**
   * Member and scope → what is counted by. The scope goes into the hash, so that what a doctor did in one scope can't be told
   * to be of the doctor who stands in another.
   */
  tag(member: string, scope: string): Buffer {
    if (this.#period === '') throw new Error('There is no key to hash with.');
    const doctor = createHmac('sha256', this.#key).update(member, 'utf8').digest();
    return createHmac('sha256', doctor).update(scope, 'utf8').digest();
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
