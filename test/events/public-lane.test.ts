import {
  parseEvent,
  PUBLIC_FACTS,
  releaseDay,
  releaseMinute,
  uniformFrom,
  type PublicRow,
  type Release,
} from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { COMMUNITY, idOf, ITEM, seeded, seededBytes } from './fixtures.js';

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

it('keeps no trace of the order of the posts (rank correlation)', () => {
  const [size, runs] = [40, 400];
  let sum = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const order = releaseDay(rows(size), release(seed * 104_729)).map(({ data }) => data.version - 1);
    const squares = order.reduce((total, posted, place) => total + (posted - place) ** 2, 0);
    sum += 1 - (6 * squares) / (size * (size ** 2 - 1));
  }
  // Spearman's ρ of a random order has mean 0 and variance 1 ∕ (n − 1); four standard errors.
  expect(Math.abs(sum / runs)).toBeLessThan(4 / Math.sqrt(runs * (size - 1)));
});

describe('the minute of the release', () => {
  const day = '2026-11-22';
  const next = Date.UTC(2026, 10, 23);

  it('is a whole minute of the next day, the first and the last included', () => {
    expect(releaseMinute(day, () => 0)).toBe(next);
    expect(releaseMinute(day, (below) => below - 1)).toBe(next + 86_340_000);
  });

  it('is as often in one hour as in another (chi-square)', () => {
    const random = uniformFrom(seededBytes(1_440));
    const hours = Array<number>(24).fill(0);
    const runs = 24_000;
    for (let i = 0; i < runs; i++) {
      const at = (releaseMinute(day, random) - next) / 3_600_000;
      hours[Math.floor(at)] = (hours[Math.floor(at)] ?? 0) + 1;
    }
    const statistic = hours.reduce((total, n) => total + (n - runs / 24) ** 2 / (runs / 24), 0);
    expect(statistic).toBeLessThan(49.7); // 23 degrees of freedom, once in a thousand.
    expect(statistic).toBeGreaterThan(7.5);
  });
});
