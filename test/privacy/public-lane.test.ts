import { dayStart, nextDay, releaseDay, releaseMinute, type PublicEvent } from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { clopperPearson } from './attack/clopper-pearson.js';
import { populate, type Post } from './attack/population.js';
import { seededUniform } from './attack/random.js';

const DAYS = 400;
const DAY = '2026-11-22';
const MINUTES = 1_440;

interface Released {
  /** Posts of one day, in the order in which they were made. */
  readonly posts: readonly Post[];
  readonly events: readonly PublicEvent[];
  /** Minute of the next day at which they came. */
  readonly minute: number;
}

/** So many days of a forum, with what its publisher got of each. */
function days(): Released[] {
  const random = seededUniform('public lane');
  const doctors = Array.from({ length: 400 }, (_, i) => `doctor-${i}`);
  return Array.from({ length: DAYS }, () => {
    const posts = populate(doctors, random)
      .posts.filter(({ week }) => week === 0)
      .sort((one, other) => one.minute - other.minute);
    let n = 0;
    const rows = posts.map(({ row }) => row);
    const id = () => `event${String((n += 1)).padStart(16, '_')}`;
    const events = releaseDay(rows, { community: 'https://forum.example', country: 'GB', day: DAY, random, id });
    return { posts, events, minute: (releaseMinute(DAY, random) - dayStart(nextDay(DAY))) / 60_000 };
  });
}

const told = ({ subject, data: { version, depth } }: PublicEvent) => `${subject} ${version} ${depth}`;
const shown = ({ row: { item, version, depth } }: Post) => `${item} ${version} ${depth}`;

/** Of pairs of posts that can be told apart, how many came in the order in which they were posted. */
function inOrder(all: readonly { posts: readonly Post[]; events: readonly PublicEvent[] }[]): [number, number] {
  let [agree, pairs] = [0, 0];
  for (const { posts, events } of all) {
    const places = new Map(events.map((event, place) => [told(event), place]));
    const once = posts.filter((post) => posts.filter((other) => shown(other) === shown(post)).length === 1);
    for (let i = 0; i + 1 < once.length; i += 2) {
      const [first, second] = [once[i], once[i + 1]].map((post) => places.get(post ? shown(post) : '') ?? Number.NaN);
      pairs += 1;
      if ((first ?? 0) < (second ?? 0)) agree += 1;
    }
  }
  return [agree, pairs];
}

describe('public posts, to a publisher that scrapes the forum', () => {
  const all = days();

  it('tell nothing that the posts do not show', () => {
    for (const { posts, events } of all) {
      expect(events.map(told).sort()).toEqual(posts.map(shown).sort());
      for (const { data } of events) expect(Object.keys(data).sort()).toEqual(['country', 'day', 'depth', 'version']);
    }
  });

  it('come in no order: which of two was first is a guess', () => {
    const [agree, pairs] = inOrder(all);
    expect(pairs).toBeGreaterThan(1_500);
    const [low, high] = clopperPearson(agree, pairs, 0.0025);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
    // The same reading of a batch in the order of its posts is never wrong.
    const inTime = all.map(({ posts, events }) => ({
      posts,
      events: posts.flatMap((post) => events.filter((event) => told(event) === shown(post)).slice(0, 1)),
    }));
    expect(inOrder(inTime)[0]).toBe(inOrder(inTime)[1]);
  });

  it('come at a minute that says nothing of when they were posted', () => {
    const pairs = all.map(({ posts, minute }) => [(posts.at(-1)?.minute ?? 0) % MINUTES, minute] as const);
    const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
    const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
    const sum = (of: (x: number, y: number) => number) => pairs.reduce((s, [x, y]) => s + of(x - mx, y - my), 0);
    const correlation = sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
    // Passed once in a thousand by chance; the seed is fixed.
    expect(Math.abs(correlation)).toBeLessThan(3.3 / Math.sqrt(DAYS));
  });
});
