import type { Fact, FactDraft, PublicEvent, RandomBytes } from '@pullquote/events';

export const ITEM = 'urn:uuid:2f6b3a0e-6d6c-4a69-9d3b-3f7f1a4f9a10';
export const COMMUNITY = 'http://localhost:4800';
export const PUBLISHER = 'http://127.0.0.1:4801';

export const SHARED: FactDraft = { fact: 'shared', item: ITEM, version: 2, depth: 1 };
export const VIEWED: FactDraft = { fact: 'viewed', item: ITEM, version: 2 };

/** A 21-character id that tells its number. */
export const idOf = (n: number) => `fact_${String(n).padStart(16, '0')}`;
export const factOf = (n: number, draft: FactDraft = SHARED): Fact => ({ id: idOf(n), ...draft });

export const EVENT: PublicEvent = {
  specversion: '1.0',
  id: 'V1StGXR8_Z5jdHi6B-myT',
  source: COMMUNITY,
  type: 'org.pullquote.shared.v1',
  datacontenttype: 'application/json',
  subject: ITEM,
  data: { version: 2, country: 'GB', depth: 1, day: '2026-11-22' },
};

/** A small seeded generator (mulberry32): the same numbers in every run. → a function that draws from [0, below) */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Random bytes that are the same in every run: a counter, mixed twice (splitmix32). */
export function seededBytes(seed: number): RandomBytes {
  let state = seed | 0;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (state + 0x9e3779b9) | 0;
      let t = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
      return (t ^ (t >>> 15)) >>> 24;
    });
}
