import { PUBLIC_FACTS, type PublicRow } from '@pullquote/events';
import { readLink } from '@pullquote/record';
import { CommunityError } from '../errors.js';
import type { DayKeys } from '../keys/day-keys.js';
import type { Database } from '../store/database.js';
import type { Items } from '../store/items.js';

/** A post that is gone, as the host knows it. */
export interface RemovedPost {
  /** The author's id, as `member` gives it. */
  readonly member: string;
  /** The item's link as the stored post holds it: `https://publisher/item#pq=v1;h=…;d=1`. */
  readonly link: string;
  /** Day of the post in UTC, `2026-11-22`; without it the newest one that fits is taken. */
  readonly day?: string | undefined;
}

const DEPTHS = [1, 2, 3] as const;

/**
 * Finds the event of a removed post without having kept the post: by a tag of doctor and sum under the day's own key, which is
 * destroyed when the day leaves (docs/developers/decisions/0006-removed-posts.md).
 */
export class Removals {
  constructor(
    private readonly db: Database,
    private readonly keys: DayKeys,
    private readonly items: Items,
  ) {
    if (this.forget()) this.db.forget();
  }

  /** To be called in the transaction that counts the post. */
  remember(member: string, row: PublicRow, day: string): void {
    this.db.run(
      'INSERT INTO post_tag (day, tag, n) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1',
      day,
      this.keys.make(day).tag(member, scopeOf(row)),
    );
  }

  /**
   * Takes one event of this author back before it leaves.
   * @returns false when there is none, or its day has left
   * @throws CommunityError `post` when the link is none
   */
  cancel({ member, link, day }: RemovedPost): boolean {
    const { url, version, depth } = readLink(link) ?? {};
    if (url === undefined || version === undefined)
      throw new CommunityError('post', 'link: must be the item link of the stored post, with its #pq= fragment.');
    if (typeof member !== 'string' || member === '')
      throw new CommunityError('post', "member: is missing. Give the author's id, as your member() does.");
    const item = this.items.idOf(url, version);
    if (item === undefined) return false;
    const open = this.db.all<{ day: string }>('SELECT day FROM day WHERE released = 0 ORDER BY day DESC');
    const depths = DEPTHS.filter((one) => depth === undefined || depth === one);
    return this.db.transaction(() =>
      open
        .filter((one) => day === undefined || one.day === day)
        .some((one) =>
          depths.some((depth) =>
            PUBLIC_FACTS.some((fact) => this.#takeBack(member, { fact, item, version, depth }, one.day)),
          ),
        ),
    );
  }

  /** Destroys the keys and tags of every day that has left. @returns true when there were any */
  forget(): boolean {
    const open = new Set(this.db.all<{ day: string }>('SELECT day FROM day WHERE released = 0').map((row) => row.day));
    const gone = this.keys.days().filter((day) => !open.has(day));
    for (const day of gone) this.keys.destroy(day);
    // Tags whose key is gone find nobody any more.
    const tags = this.db.run(
      'DELETE FROM post_tag WHERE day NOT IN (SELECT value FROM json_each(?))',
      JSON.stringify(this.keys.days()),
    );
    return gone.length > 0 || tags > 0;
  }

  #takeBack(member: string, row: PublicRow, day: string): boolean {
    const tag = this.keys.of(day)?.tag(member, scopeOf(row));
    if (!tag || this.db.run('UPDATE post_tag SET n = n - 1 WHERE day = ? AND tag = ?', day, tag) === 0) return false;
    this.db.run('DELETE FROM post_tag WHERE day = ? AND n = 0', day);
    const where = 'day = ? AND item = ? AND version = ? AND fact = ? AND depth = ?';
    const place = [day, row.item, row.version, row.fact, row.depth] as const;
    this.db.run(`UPDATE public_row SET n = n - 1 WHERE ${where}`, ...place);
    this.db.run(`DELETE FROM public_row WHERE ${where} AND n = 0`, ...place);
    return true;
  }
}

function scopeOf({ fact, item, version, depth }: PublicRow): string {
  return `${fact} ${depth} ${version} ${item}`;
}
