import { parseEvent, PUBLIC_FACTS, releaseDay, type PublicRow, type Release } from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { COMMUNITY, idOf, ITEM, seeded } from './fixtures.js';

const rows = (count: number): PublicRow[] =>
  Array.from({ length: count }, (_, i) => ({ fact: 'shared', item: ITEM, version: i + 1, depth: 1 }));

function release(seed: number): Release {
  let n = 0;
  return { community: COMMUNITY, country: 'GB', day: '2026-11-22', random: seeded(seed), id: () => idOf(n++) };
}

describe('a day', () => {
  it('leaves whole: every post once', () => {
    const events = releaseDay(rows(50), release(1));
    expect(events.map(({ data }) => data.version).sort((a, b) => a - b)).toEqual(
      rows(50).map(({ version }) => version),
    );
    expect(new Set(events.map(({ id }) => id)).size).toBe(50);
    expect(releaseDay([], release(1))).toEqual([]);
  });

  it('holds the fields of the format and nothing else, whatever the rows carry', () => {
    const secret = { member: 'dr-7', comment: 'Mrs Jones', thread: 12, time: 1_795_348_800 };
    const spoilt = PUBLIC_FACTS.map((fact) => ({ fact, item: ITEM, version: 2, depth: 2 as const, ...secret }));
    const events = releaseDay(spoilt, { ...release(1), ...secret });
    for (const event of events) {
      expect(parseEvent(event)).toEqual(event);
      expect(Object.keys(event).sort()).toEqual([
        'data',
        'datacontenttype',
        'id',
        'source',
        'specversion',
        'subject',
        'type',
      ]);
      expect(event.data).toEqual({ version: 2, country: 'GB', depth: 2, day: '2026-11-22' });
    }
    for (const value of Object.values(secret)) expect(JSON.stringify(events)).not.toContain(String(value));
  });
});

describe('the order', () => {
  it('puts every post in every place equally often (chi-square)', () => {
    const [size, runs] = [6, 6_000];
    const seen = Array.from({ length: size }, () => Array<number>(size).fill(0));
    for (let seed = 0; seed < runs; seed++)
      for (const [place, event] of releaseDay(rows(size), release(seed * 7_919)).entries()) {
        const row = seen[event.data.version - 1] ?? [];
        row[place] = (row[place] ?? 0) + 1;
      }
    const expected = runs / size;
    const chiSquare = seen.flat().reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 25 degrees of freedom: 52.6 is exceeded once in a thousand by a fair shuffle. The seeds are fixed, so this is no dice game.
    expect(chiSquare).toBeLessThan(52.6);
    // Too even would be no chance either.
    expect(chiSquare).toBeGreaterThan(7.5);
  });
});
