import { describe, expect, it } from 'vitest';
import { backoff, retryAfter } from '../../../packages/events/src/browser/retry.js';

describe('backoff', () => {
  it('doubles from a second to five minutes, and draws anything below', () => {
    const most = Array.from({ length: 12 }, (_, i) => backoff(i + 1, () => 1));
    expect(most).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map((seconds) => seconds * 1_000));
    expect(backoff(5, () => 0)).toBe(0);
    expect(backoff(5, () => 0.25)).toBe(4_000);
    expect(backoff(5_000, () => 1)).toBe(300_000);
  });
});

describe('Retry-After', () => {
  const now = () => Date.parse('2026-11-22T10:00:00Z');
  const read = (headers: Record<string, string>) => retryAfter(new Headers(headers), now);

  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['no wait', { 'retry-after': '0' }, 0],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT' }, 30_000],
    ['a date that has passed', { 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT' }, 0],
    ['more than an hour, which is cut', { 'retry-after': '86400' }, 3_600_000],
    ['seconds beyond all timers, which are cut', { 'retry-after': '99999999999' }, 3_600_000],
  ])('reads %s', (_, headers, ms) => {
    expect(read(headers)).toBe(ms);
  });

  it('holds a date against the server’s clock, for the reader’s may be a day behind', () => {
    const headers = { 'retry-after': 'Mon, 23 Nov 2026 10:00:05 GMT', date: 'Mon, 23 Nov 2026 10:00:00 GMT' };
    expect(read(headers)).toBe(5_000);
  });

  it.each([{}, { 'retry-after': '' }, { 'retry-after': 'soon' }, { 'retry-after': '-5x' }])(
    'asks for nothing when it cannot be read: %j',
    (headers) => {
      expect(read(headers as Record<string, string>)).toBeUndefined();
    },
  );
});
