import type { Cursor } from '../store/event-log.js';

/** A place in the store's log → the text that a client keeps, and back. Clients must not read it, so it says so by its looks. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(`feed:${cursor}`).toString('base64url');
}

/** Undefined for a text that is no cursor. */
export function readCursor(text: string): Cursor | undefined {
  const read = Buffer.from(text, 'base64url').toString();
  return read.startsWith('feed:') && writeCursor(read.slice(5)) === text ? read.slice(5) : undefined;
}
