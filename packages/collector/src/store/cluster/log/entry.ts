import { createHash } from 'node:crypto';
import { dayOf, nextWeek, weekStart, type CrowdEvent, type StatusHeldEvent } from '@pullquote/events';
import type { PublicCell } from '../../batch-intake.js';

const DAY_MS = 86_400_000;

/** Accepted posts of one community that differ in nothing but their ids. */
export type EntryCell = Omit<PublicCell, 'indexes'>;

/** What was accepted of one community's batch. */
export interface EntryBatch {
  readonly community: string;
  readonly cells: readonly EntryCell[];
  readonly crowds: readonly Pick<CrowdEvent, 'id' | 'subject' | 'data'>[];
  readonly held: readonly Pick<StatusHeldEvent, 'id' | 'subject' | 'data'>[];
}

export interface Refused {
  readonly day: string;
  readonly publisher: string;
  readonly community: string;
  readonly code: string;
  readonly n: number;
}

/**
 * One message of a publisher's log. Whoever appends one has read every message before it, so nothing in it has come before: its events
 * are numbered from `first` on, in the order in which they stand here.
 */
export interface Entry {
  readonly publisher: string;
  /** Number of its first event, or of the next one where it has none. */
  readonly first: number;
  readonly events: number;
  readonly batches: readonly EntryBatch[];
  readonly refused: readonly Refused[];
  /** From this entry on, events of earlier days are refused. */
  readonly keptFrom?: string | undefined;
  /** The appender's own, by which it finds it again when no answer came. */
  readonly mark?: string | undefined;
}

export function encodeEntry(entry: Entry): Uint8Array {
  return Buffer.from(JSON.stringify(entry));
}

export function decodeEntry(data: Uint8Array): Entry {
  return JSON.parse(Buffer.from(data).toString()) as Entry;
}

/** The day by which a crowd figure is kept: its week's Sunday. */
export function dayOfWeek(week: string): string {
  return dayOf(weekStart(nextWeek(week)) - DAY_MS);
}

/** What has to be equal in a second copy of an event, as a short text. Ids and communities stand beside it. */
export function contentOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
}

export function cellContent(publisher: string, cell: Omit<EntryCell, 'ids'>): string {
  return contentOf(publisher, cell.fact, cell.item, cell.version, cell.country, cell.depth, cell.day);
}

export function crowdContent(publisher: string, { subject, data }: EntryBatch['crowds'][number]): string {
  const { fact, week, figure, threshold, epsilon, interval } = data;
  return contentOf(publisher, 'crowd', subject, fact, week, figure, threshold, epsilon, ...interval);
}

export function heldContent(publisher: string, { subject, data }: EntryBatch['held'][number]): string {
  return contentOf(publisher, 'held', subject, data.day, data.iat);
}

/** Names an event: ids are each community's own. No origin holds a space. */
export function idKey(community: string, id: string): string {
  return `${community} ${id}`;
}

/** Names what a crowd figure counts. */
export function figureKey(
  community: string,
  { subject, data }: { readonly subject: string; readonly data: { readonly fact: string; readonly week: string } },
): string {
  return `${community} ${subject} ${data.fact} ${data.week}`;
}
