import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimiter } from '../../../packages/collector/src/access/rate-limit.js';

function limiter(limit = { burst: 3, perMinute: 60 }, most?: number) {
  let now = 1_000;
  const made = createRateLimiter(limit, { clock: () => now, ...(most === undefined ? {} : { most }) });
  return { ...made, made, pass: (ms: number) => (now += ms) };
}

describe('the rate limiter', () => {
  it('lets a burst through, then one at a time, and says how long to wait', () => {
    const { take, pass } = limiter();
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 0]);
    expect(take('a')).toBe(1);
    pass(999);
    expect(take('a')).toBe(1);
    pass(1);
    expect(take('a')).toBe(0);
    expect(take('a')).toBe(1);
    expect(take('b'), 'another caller is not held up').toBe(0);
  });

  it('asks without taking', () => {
    const { take, wait } = limiter({ burst: 1, perMinute: 6 });
    expect(wait('a')).toBe(0);
    expect(take('a')).toBe(0);
    expect(wait('a')).toBe(10);
    expect(wait('a')).toBe(10);
  });

  it('never allows more than the burst and the rate together, whatever the times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3_000 }), { maxLength: 200 }), (steps) => {
        const { take, pass } = limiter();
        const allowed = steps.filter((ms) => (pass(ms), take('a') === 0)).length;
        return allowed <= 3 + steps.reduce((sum, ms) => sum + ms, 0) / 1_000 + 1e-6;
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('remembers a bounded number of callers, and forgets those who have been quiet', () => {
    const { take, made, pass } = limiter({ burst: 3, perMinute: 60 }, 100);
    for (let i = 0; i < 10_000; i += 1) take(`address-${i}`);
    expect(made.size).toBe(100);
    pass(3_000);
    take('a');
    expect(made.size).toBe(1);
  });

  it('is not confused by a clock that goes back', () => {
    const { take, pass } = limiter({ burst: 1, perMinute: 60 });
    expect(take('a')).toBe(0);
    pass(-10_000);
    expect(take('a')).toBe(1);
    pass(11_000);
    expect(take('a')).toBe(0);
  });
});
