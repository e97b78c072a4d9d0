import type { DatabaseSync } from 'node:sqlite';
import { textToHtml } from '../sanitize.js';
import { transaction } from '../store/database.js';
import { addPost, addThread } from '../store/posts.js';
import { DOCTORS, FORUMS } from './people.js';
import { seedReaders } from './readers.js';
import { THREADS } from './threads.js';

/** Fills a new database with the demonstration's doctors and discussions; one that has doctors is left alone. */
export function seed(database: DatabaseSync, today: string): void {
  seedPlaces(database, today);
  seedReaders(database);
}

function seedPlaces(database: DatabaseSync, today: string): void {
  if (database.prepare('SELECT 1 FROM doctors LIMIT 1').get()) return;
  transaction(database, () => addPeople(database));
  for (const { forum, title, posts } of THREADS) {
    const [first, ...replies] = posts.map(({ author, daysAgo, words }) => ({
      author,
      day: dayBefore(today, daysAgo),
      html: textToHtml(words),
    }));
    if (!first) continue;
    const thread = addThread(database, forum, title, first);
    for (const reply of replies) addPost(database, thread, reply);
  }
}

function addPeople(database: DatabaseSync): void {
  const doctor = database.prepare('INSERT INTO doctors (id, name, specialty, verified) VALUES (?, ?, ?, ?)');
  for (const { id, name, specialty, verified } of DOCTORS) doctor.run(id, name, specialty, verified ? 1 : 0);
  const forum = database.prepare(
    'INSERT INTO forums (slug, position, name, about, specialty, restricted) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const access = database.prepare('INSERT INTO access (forum, doctor) VALUES (?, ?)');
  for (const [position, { slug, name, about, specialty, only }] of FORUMS.entries()) {
    forum.run(slug, position, name, about, specialty, only ? 1 : 0);
    for (const member of only ?? []) access.run(slug, member);
  }
}

function dayBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}
