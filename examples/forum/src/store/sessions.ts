import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { readDoctor, type Doctor } from './doctors.js';

/** Days after which a doctor signs in again. */
export const SESSION_DAYS = 14;

/** 256 random bits, base64url: what the cookie holds. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** Remembers a session by the digest of its id: who reads the database cannot sign in with it. */
export function startSession(database: DatabaseSync, doctor: string, day: string): string {
  const id = newSessionId();
  database.prepare('DELETE FROM sessions WHERE day < ?').run(oldestDay(day));
  database.prepare('INSERT INTO sessions (hash, doctor, day) VALUES (?, ?, ?)').run(digest(id), doctor, day);
  return id;
}

export function endSession(database: DatabaseSync, id: string): void {
  database.prepare('DELETE FROM sessions WHERE hash = ?').run(digest(id));
}

/** Who is signed in with this session, or undefined when it is unknown or too old. */
export function sessionDoctor(database: DatabaseSync, id: string, day: string): Doctor | undefined {
  const row = database
    .prepare('SELECT d.* FROM sessions s JOIN doctors d ON d.id = s.doctor WHERE s.hash = ? AND s.day >= ?')
    .get(digest(id), oldestDay(day));
  return row && readDoctor(row);
}

function digest(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

function oldestDay(day: string): string {
  return new Date(Date.parse(day) - SESSION_DAYS * 86_400_000).toISOString().slice(0, 10);
}
