import { dayOf, dayStart, nextDay, nextWeek, weekOf, weekStart } from '@pullquote/events';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const at = (text: string) => Date.parse(text);

it.each([
  ['2026-01-01T00:00:00Z', '2026-W01'],
  ['2025-12-28T23:59:59.999Z', '2025-W52'],
  ['2025-12-29T00:00:00Z', '2026-W01'],
  ['2024-12-29T12:00:00Z', '2024-W52'],
  ['2024-12-30T00:00:00Z', '2025-W01'],
  ['2020-12-31T12:00:00Z', '2020-W53'],
  ['2021-01-03T23:59:59Z', '2020-W53'],
  ['2021-01-04T00:00:00Z', '2021-W01'],
  ['2016-01-03T00:00:00Z', '2015-W53'],
  ['2023-01-01T00:00:00Z', '2022-W52'],
  ['2024-02-29T23:59:59Z', '2024-W09'],
  ['2026-11-22T23:59:59Z', '2026-W47'],
  ['2026-11-23T00:00:00Z', '2026-W48'],
  ['1970-01-01T00:00:00Z', '1970-W01'],
])('%s is in %s', (moment, week) => {
  expect(weekOf(at(moment))).toBe(week);
});

it('counts days in UTC, over months, years and leap days', () => {
  expect(dayOf(at('2026-11-22T23:59:59.999Z'))).toBe('2026-11-22');
  expect(dayOf(at('2026-11-22T23:30:00-02:00'))).toBe('2026-11-23');
  expect(nextDay('2026-12-31')).toBe('2027-01-01');
  expect(nextDay('2024-02-28')).toBe('2024-02-29');
  expect(nextDay('2023-02-28')).toBe('2023-03-01');
  expect(dayStart('2026-11-22')).toBe(at('2026-11-22T00:00:00Z'));
});

it('keeps a week whole: Monday to Sunday, and the next Monday begins another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(86_399_999), (days, ms) => {
      const monday = at('1970-01-05T00:00:00Z') + Math.floor(days / 7) * 7 * 86_400_000;
      const moment = monday + (days % 7) * 86_400_000 + ms;
      expect(weekOf(moment)).toBe(weekOf(monday));
      expect(weekOf(monday + 7 * 86_400_000)).not.toBe(weekOf(monday));
      expect(dayOf(dayStart(dayOf(moment)))).toBe(dayOf(moment));
      expect(weekStart(weekOf(moment))).toBe(monday);
      expect(nextWeek(weekOf(moment))).toBe(weekOf(monday + 7 * 86_400_000));
    }),
  );
});

it('knows no start of what is no week', () => {
  for (const text of ['', '2026', '2026-W7', '2026-47', 'W47', '2026-W471']) expect(weekStart(text)).toBeNaN();
});
