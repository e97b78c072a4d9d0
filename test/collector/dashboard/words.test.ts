import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, weekOf } from '@pullquote/events';
import { answerOf } from '../../../packages/collector/src/dashboard/browser/pages/answer.js';
import { leftOut } from '../../../packages/collector/src/dashboard/browser/parts/table-foot.js';
import { steadyAndPeaky } from '../../../packages/collector/src/dashboard/browser/pages/what-to-do.js';
import { crowdWords, rateWords } from '../../../packages/collector/src/dashboard/browser/words/crowds.js';
import { daySpan, mondayOf, plusDays } from '../../../packages/collector/src/dashboard/browser/words/days.js';
import { count, index, percent, some, times } from '../../../packages/collector/src/dashboard/browser/words/numbers.js';
import { factWords } from '../../../packages/collector/src/dashboard/browser/words/facts.js';
import type { Computed, CrowdFigure } from '../../../packages/collector/src/report/types.js';

const noise = [{ threshold: 15, epsilon: 1 }];
const figure = (n: number, low: number, high: number, cells = 1): CrowdFigure => ({
  state: 'released',
  figure: n,
  interval: [low, high],
  cells,
  noise,
});
const known = (value: number): Computed => ({ state: 'computed', value });

describe('a crowd', () => {
  it.each([
    [figure(120, 90, 150), 'about 120 doctors (90–150)'],
    [figure(20, 17, 23), 'about 20 doctors (17–23)'],
    [figure(18_023, 17_191, 18_717, 233), 'about 18,000 doctor-weeks (17,200–18,700)'],
    [{ state: 'not-released' } as const, 'not released'],
  ])('is said no finer than it is known', (value, words) => {
    expect(crowdWords(value)).toBe(words);
  });

  it('is never said more finely than a tenth of its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 1e7 }), fc.integer({ min: 2, max: 1e6 }), (n, width) => {
        const low = Math.max(1, n - width);
        const [said = ''] = /[\d,]+/.exec(crowdWords(figure(n, low, n + width))) ?? [];
        expect(Math.abs(Number(said.replaceAll(',', '')) - n)).toBeLessThanOrEqual(Math.max(1, width) / 2);
      }),
    );
  });

  it('has a rate whose ends can be told apart', () => {
    const rate = (value: number, low: number, high: number) =>
      rateWords({ state: 'released', value, interval: [low, high], cells: 3, noise });
    expect(rate(0.112, 0.106, 0.119)).toBe('about 11.2 % (10.6–11.9 %)');
    expect(rate(0.5, 0.4, 0.63)).toBe('about 50 % (40–63 %)');
  });
});

describe('a number', () => {
  it('is written as in a journal', () => {
    expect([count(27_474), index(0.6196), times(4.93), times(48.6), percent(0.0736), percent(0.62), percent(0)]).toEqual([
      '27,474', '0.62', '4.9', '49', '7.4 %', '62 %', '0 %',
    ]); // prettier-ignore
    expect([some(1, 'post', 'posts'), some(0, 'post', 'posts'), some(1200, 'post', 'posts')]).toEqual([
      'one post',
      '0 posts',
      '1,200 posts',
    ]);
  });
});

describe('days', () => {
  it.each([
    ['2026-03-27', '2026-03-30', '27–30 Mar 2026'],
    ['2026-05-29', '2026-06-02', '29 May – 2 Jun 2026'],
    ['2025-12-29', '2026-01-02', '29 Dec 2025 – 2 Jan 2026'],
    ['2026-03-27', '2026-03-27', '27 Mar 2026'],
  ])('from %s to %s are %s', (from, to, words) => {
    expect(daySpan(from, to)).toBe(words);
  });

  it('of a week begin on the Monday that the events’ own calendar has', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) }), (time) => {
        const monday = mondayOf(weekOf(time));
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(monday <= dayOf(time) && dayOf(time) < plusDays(monday, 7)).toBe(true);
      }),
    );
  });
});

describe('the answer', () => {
  const figures = (alwaysOn: Computed) => ({ alwaysOn, medianOutside: known(5_571), medianInside: known(8_991) });
  it.each([
    [1.2, 'Yes, steadily.'],
    [0.8, 'Yes, steadily.'],
    [0.62, 'Yes, for the most part.'],
    [0.3, 'In part.'],
    [0.1, 'Hardly.'],
    [0, 'No.'],
  ])('at an index of %d is: %s', (value, short) => {
    expect(answerOf(figures(known(value))).short).toBe(short);
  });

  it('has the two usual weeks in it', () => {
    expect(answerOf(figures(known(0.62))).sentence).toBe(
      'A usual week between campaigns brings 62 % of what a usual campaign week brings: 5,571 posts against 8,991.',
    );
  });

  it('says what is missing, and what can be said all the same', () => {
    const none = answerOf({
      ...figures({ state: 'not-computable', reason: 'no-windows' }),
      medianInside: { state: 'not-computable', reason: 'no-windows' },
    });
    expect(none.short).toBe('Not known yet.');
    expect(none.sentence).toContain('No campaign window is marked');
    expect(none.sentence).toContain('5,571');
    expect(answerOf(figures({ state: 'not-computable', reason: 'no-week-outside' })).sentence).toContain(
      'every week lies in a campaign window',
    );
  });
});

describe('what to do', () => {
  const row = (item: string, shared: number, alwaysOn: Computed) => ({
    item, title: item.toUpperCase(), shared, reshared: 0, quoted: 0, reuseRatio: known(1), halfLife: known(3), alwaysOn, peakToBaseline: known(1),
    communities: 1, firstDay: '2026-01-01', lastDay: '2026-02-01', weekly: [],
  }); // prettier-ignore

  it('names the most reused of the steady ones and of the others, never one of which little is known', () => {
    const { steady, peaky } = steadyAndPeaky({
      rows: [
        row('a', 900, known(0.85)), row('b', 60, known(1.4)), row('c', 20, known(2)), row('d', 400, known(0.1)), row('e', 500, known(0.6)),
        row('f', 700, { state: 'not-computable', reason: 'no-windows' }), row('g', 300, known(0.9)), row('h', 200, known(1)),
      ],
    }); // prettier-ignore
    expect(steady.map(({ item }) => item)).toEqual(['a', 'g', 'h']);
    expect(peaky.map(({ item }) => item)).toEqual(['d']);
  });
});

it('opening an adverse-event link is never called a report', () => {
  expect(factWords('ae-link-opened')).toContain('not an adverse event report');
  expect([factWords('media-progress.75'), factWords('viewed'), factWords('of-next-year')]).toEqual([
    'Played 75 % of it',
    'Viewed a card',
    'of-next-year',
  ]);
});

describe('a list that is cut', () => {
  const rows = Array.from({ length: 1_000 });

  it('says what it leaves out, and where that is', () => {
    expect(leftOut({ rows, total: 1_432, next: 'cursor' })).toBe(
      'These are the first 1,000 of 1,432; the CSV has all. ',
    );
  });
  it('says nothing where it is whole', () => {
    expect(leftOut({ rows, total: 1_000, next: null })).toBe('');
  });
});
