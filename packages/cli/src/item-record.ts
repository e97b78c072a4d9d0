import { parseRecord, STATUS_PATH, type ContentRecord } from '@pullquote/record';
import { CliError } from './errors.js';
import type { Item } from './item.js';
import type { Project } from './project.js';

/** The item with the claims that bind it to its publisher, a validity and a place in the status list. */
export function recordOf({ config }: Project, { content, validUntil }: Item, idx: number, now: Date): ContentRecord {
  const exp = endOfDay(validUntil ?? monthsFrom(now, config.validityMonths));
  if (exp * 1000 <= now.getTime()) {
    throw new CliError('sign', `validUntil ${validUntil} is past: give a later day.`, ['validUntil: is past']);
  }
  return {
    ...content,
    iss: config.origin,
    iat: Math.floor(now.getTime() / 1000),
    exp,
    status: { uri: config.origin + STATUS_PATH, idx },
  };
}

/** The bytes that are signed: the record's JSON with sorted keys, so that the same record always has the same digest. */
export function payloadOf(record: ContentRecord): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(sorted(parseRecord(record))));
}

/** Does a record say what the item says now? Its own claims aside, but for a last day that the item names. */
export function isSame({ config }: Project, record: ContentRecord, { content, validUntil }: Item): boolean {
  const { iss, iat: _iat, exp, status: _status, ...before } = record;
  return (
    iss === config.origin &&
    JSON.stringify(sorted(before)) === JSON.stringify(sorted(content)) &&
    (validUntil === undefined || endOfDay(validUntil) === exp)
  );
}

/** The last day on which a record holds. */
export function lastDay({ exp }: Pick<ContentRecord, 'exp'>): string {
  return new Date(exp * 1000).toISOString().slice(0, 10);
}

function endOfDay(day: string): number {
  return Date.parse(`${day}T23:59:59Z`) / 1000;
}

function monthsFrom(now: Date, months: number): string {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
  const lastDayOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(now.getUTCDate(), lastDayOfMonth));
  return first.toISOString().slice(0, 10);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
