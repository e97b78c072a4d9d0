import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const schema = v.object({
  week: v.pipe(v.string(), v.regex(/^\d{4}-W\d{2}$/)),
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});

/**
 * The week's key: a file of its own, never in the database, a log or a backup. Destroying it is the erasure of all that
 * was kept under it.
 */
export class WeekKey {
  readonly #path: string;
  #week = '';
  #key: Buffer = Buffer.alloc(0);

  constructor(dataDir: string) {
    this.#path = join(dataDir, 'week-key');
    try {
      const { week, key } = v.parse(schema, JSON.parse(readFileSync(this.#path, 'utf8')));
      this.#week = week;
      this.#key = Buffer.from(key, 'base64url');
    } catch {
      // Missing or damaged: the next week() makes a new one, and what was kept under the old one is discarded.
    }
  }

  /** Week that the key belongs to, or the empty string when there is none. */
  get week(): string {
    return this.#week;
  }

  /** Makes the key of `week` unless it is there already; the one before is destroyed. @returns true when it is new */
  turn(week: string): boolean {
    if (week === this.#week) return false;
    const key = randomBytes(32);
    destroy(this.#path);
    const fresh = `${this.#path}.new`;
    rmSync(fresh, { force: true });
    writeFileSync(fresh, JSON.stringify({ week, key: key.toString('base64url') }), { mode: 0o600, flag: 'wx' });
    renameSync(fresh, this.#path);
    this.#key.fill(0);
    this.#week = week;
    this.#key = key;
    return true;
  }

  /**
   * Doctor and item → what the bound counts by. The item goes into the hash, so that two items of one doctor can't be told
   * to be of one doctor.
   */
  tag(member: string, item: string): Buffer {
    const doctor = createHmac('sha256', this.#key).update(member, 'utf8').digest();
    return createHmac('sha256', doctor).update(item, 'utf8').digest();
  }
}

/** Overwrites before unlinking: cheap, and on an ordinary disk the bytes are gone. */
function destroy(path: string): void {
  try {
    writeFileSync(path, randomBytes(statSync(path).size), { flag: 'r+', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  rmSync(path, { force: true });
}
