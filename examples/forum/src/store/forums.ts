import type { DatabaseSync } from 'node:sqlite';
import { integer, text, type Row } from './database.js';

export interface Forum {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  /** Of the room, never of its members: one of the codes of Pullquote's vocabulary. */
  readonly specialty: string;
  readonly restricted: boolean;
  readonly threads: number;
}

/** The condition under which a doctor sees sub-forum `f`. Every query on threads and posts goes through it. */
export const VISIBLE = `(f.restricted = 0 OR EXISTS (SELECT 1 FROM access a WHERE a.forum = f.slug AND a.doctor = :doctor))`;

const COLUMNS = 'f.*, (SELECT count(*) FROM threads t WHERE t.forum = f.slug) AS threads';

/** The sub-forums that this doctor can read and post to. */
export function listForums(database: DatabaseSync, doctor: string): Forum[] {
  const query = database.prepare(`SELECT ${COLUMNS} FROM forums f WHERE ${VISIBLE} ORDER BY f.position`);
  return query.all({ doctor }).map(readForum);
}

/** One sub-forum, or undefined when there is none that this doctor can see. */
export function findForum(database: DatabaseSync, doctor: string, slug: string): Forum | undefined {
  const row = database.prepare(`SELECT ${COLUMNS} FROM forums f WHERE f.slug = :slug AND ${VISIBLE}`).get({
    doctor,
    slug,
  });
  return row && readForum(row);
}

function readForum(row: Row): Forum {
  return {
    slug: text(row, 'slug'),
    name: text(row, 'name'),
    about: text(row, 'about'),
    specialty: text(row, 'specialty'),
    restricted: integer(row, 'restricted') === 1,
    threads: integer(row, 'threads'),
  };
}
