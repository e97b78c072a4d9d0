import type { DatabaseSync } from 'node:sqlite';
import { plainWords, type SafeHtml } from '../sanitize.js';
import { integer, text, transaction } from './database.js';

export interface Post {
  readonly id: number;
  readonly author: string;
  readonly specialty: string;
  readonly verified: boolean;
  readonly day: string;
  readonly html: SafeHtml;
}

export interface NewPost {
  readonly author: string;
  /** YYYY-MM-DD: posts carry a day, not a clock. */
  readonly day: string;
  readonly html: SafeHtml;
}

export function listPosts(database: DatabaseSync, thread: number): Post[] {
  const query = database.prepare(`
    SELECT p.id, p.day, p.html, d.name AS author, d.specialty, d.verified
    FROM posts p JOIN doctors d ON d.id = p.author WHERE p.thread = ? ORDER BY p.id`);
  return query.all(thread).map((row) => ({
    id: integer(row, 'id'),
    author: text(row, 'author'),
    specialty: text(row, 'specialty'),
    verified: integer(row, 'verified') === 1,
    day: text(row, 'day'),
    // Only `addPost` writes this column, and it takes nothing but sanitized HTML.
    html: text(row, 'html') as SafeHtml,
  }));
}

/** Adds a post to a thread and returns its id. */
export function addPost(database: DatabaseSync, thread: number, post: NewPost): number {
  const query = database.prepare('INSERT INTO posts (thread, author, day, html, words) VALUES (?, ?, ?, ?, ?)');
  return Number(query.run(thread, post.author, post.day, post.html, plainWords(post.html)).lastInsertRowid);
}

/** Starts a thread with its first post and returns its id. */
export function addThread(database: DatabaseSync, forum: string, title: string, first: NewPost): number {
  return transaction(database, () => {
    const query = database.prepare('INSERT INTO threads (forum, title) VALUES (?, ?)');
    const thread = Number(query.run(forum, title).lastInsertRowid);
    addPost(database, thread, first);
    return thread;
  });
}
