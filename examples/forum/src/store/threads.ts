import type { DatabaseSync } from 'node:sqlite';
import { integer, text, type Row } from './database.js';
import { VISIBLE } from './forums.js';

export interface Thread {
  readonly id: number;
  readonly title: string;
  readonly forum: string;
  readonly forumName: string;
  readonly specialty: string;
  readonly restricted: boolean;
  /** Everything after the first post. */
  readonly replies: number;
  readonly starter: string;
  /** The day of the newest post. */
  readonly day: string;
}

export interface ThreadFilter {
  readonly forum?: string;
  /** Words that must all stand in the title, the sub-forum's name or, with `inPosts`, in a post. */
  readonly words?: string;
  readonly inPosts?: boolean;
  readonly limit?: number;
}

const THREADS = `
  SELECT t.id, t.title, f.slug AS forum, f.name AS forum_name, f.specialty, f.restricted,
    count(p.id) - 1 AS replies, max(p.id) AS newest,
    (SELECT d.name FROM posts s JOIN doctors d ON d.id = s.author WHERE s.thread = t.id ORDER BY s.id LIMIT 1) AS starter,
    (SELECT l.day FROM posts l WHERE l.thread = t.id ORDER BY l.id DESC LIMIT 1) AS day
  FROM threads t JOIN forums f ON f.slug = t.forum JOIN posts p ON p.thread = t.id
  WHERE ${VISIBLE}`;

/** The threads that this doctor can read and post to, the newest post first. */
export function listThreads(database: DatabaseSync, doctor: string, filter: ThreadFilter = {}): Thread[] {
  const conditions: string[] = [];
  const values: Record<string, string | number> = { doctor, limit: filter.limit ?? 100 };
  if (filter.forum !== undefined) {
    conditions.push('f.slug = :forum');
    values['forum'] = filter.forum;
  }
  for (const [index, word] of searchWords(filter.words).entries()) {
    const name = `word${index}`;
    const like = `LIKE :${name} ESCAPE '\\'`;
    const inPosts = `OR EXISTS (SELECT 1 FROM posts w WHERE w.thread = t.id AND w.words ${like})`;
    conditions.push(`(t.title ${like} OR f.name ${like} ${filter.inPosts === true ? inPosts : ''})`);
    values[name] = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  }
  const where = conditions.map((condition) => ` AND ${condition}`).join('');
  const query = database.prepare(`${THREADS}${where} GROUP BY t.id ORDER BY newest DESC LIMIT :limit`);
  return query.all(values).map(readThread);
}

/** One thread, or undefined when there is none that this doctor can see. */
export function findThread(database: DatabaseSync, doctor: string, id: string): Thread | undefined {
  if (!/^[1-9]\d{0,9}$/.test(id)) return undefined;
  const row = database.prepare(`${THREADS} AND t.id = :id GROUP BY t.id`).get({ doctor, id: Number(id) });
  return row && readThread(row);
}

/** At most eight words: a search is a few words, and a longer one must not cost the database more. */
function searchWords(query = ''): string[] {
  return query.split(/\s+/).filter(Boolean).slice(0, 8);
}

function readThread(row: Row): Thread {
  return {
    id: integer(row, 'id'),
    title: text(row, 'title'),
    forum: text(row, 'forum'),
    forumName: text(row, 'forum_name'),
    specialty: text(row, 'specialty'),
    restricted: integer(row, 'restricted') === 1,
    replies: integer(row, 'replies'),
    starter: text(row, 'starter'),
    day: text(row, 'day'),
  };
}
