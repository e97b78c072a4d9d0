import type { PublicEvent } from './event.js';
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
  readonly random: (below: number) => number;
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
  for (let i = events.length - 1; i > 0; i--) {
    const j = release.random(i + 1);
    [events[i], events[j]] = [events[j] as PublicEvent, events[i] as PublicEvent];
  }
  return events;
}
