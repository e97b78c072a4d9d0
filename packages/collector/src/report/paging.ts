import { CollectorError } from '../errors.js';

type Key = readonly (string | number)[];

export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next: string | null;
}

export interface PageQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * One page of a list. A cursor says behind which row to go on, not how many rows to skip: what comes in meanwhile shifts nothing.
 * @param keyOf what the list is ordered by, smallest first, and different for every row
 * @throws CollectorError `usage` for a cursor that is none of this list's
 */
export function pageOf<T>(rows: readonly T[], keyOf: (row: T) => Key, { cursor, limit }: PageQuery): Page<T> {
  const sorted = [...rows].sort((a, b) => compare(keyOf(a), keyOf(b)));
  const after = cursor === undefined ? undefined : read(cursor, sorted[0] && keyOf(sorted[0]));
  const rest = after === undefined ? sorted : sorted.filter((row) => compare(keyOf(row), after) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const next = last !== undefined && rest.length > limit ? write(keyOf(last)) : null;
  return { rows: page, total: rows.length, next };
}

function compare(a: Key, b: Key): number {
  for (const [i, one] of a.entries()) {
    const other = b[i];
    if (other === undefined || one === other) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}

function write(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function read(cursor: string, example: Key | undefined): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && (example === undefined || fits(key, example))) return key as Key;
  } catch {
    // Said below.
  }
  throw new CollectorError('usage', 'cursor: is not one that this report gave. Leave it out to begin anew.');
}

function fits(key: readonly unknown[], example: Key): boolean {
  return key.length === example.length && example.every((part, i) => typeof part === typeof key[i]);
}
