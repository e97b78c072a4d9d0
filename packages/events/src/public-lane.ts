import { dayStart, nextDay } from './calendar.js';
import type { PublicEvent } from './event.js';
import { shuffle, type Uniform } from './uniform.js';
import type { PublicFact } from './vocabulary.js';

/** What the relay keeps of a public post until its day leaves: nothing of who, nothing of when. */
export interface PublicRow {
  readonly fact: PublicFact;
  readonly item: string;
  readonly version: number;
  readonly depth: 1 | 2 | 3;
}

export interface Release {
  readonly community: string;
  readonly country: string;
  readonly day: string;
  /** Uniform whole number in [0, below); cryptographic in production. */
  readonly random: Uniform;
  /** A fresh event id. */
  readonly id: () => string;
}

/** At most this many public events per doctor, item and week. */
export const PUBLIC_BOUND = 5;

/** One whole day → its events in random order: the order of a batch tells nothing of the order of the posts. */
export function releaseDay(rows: readonly PublicRow[], release: Release): PublicEvent[] {
  const events = rows.map(({ fact, item, version, depth }): PublicEvent => ({
    specversion: '1.0',
    id: release.id(),
    source: release.community,
    type: `org.pullquote.${fact}.v1`,
    datacontenttype: 'application/json',
    subject: item,
    data: { version, country: release.country, depth, day: release.day },
  }));
  return shuffle(events, release.random);
}

const MINUTE_MS = 60_000;
const MINUTES = 1_440;

/** When day D leaves: at a minute of D+1, each as likely as any other. @returns milliseconds since 1970 */
export function releaseMinute(day: string, random: Uniform): number {
  return dayStart(nextDay(day)) + random(MINUTES) * MINUTE_MS;
}
