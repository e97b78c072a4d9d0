import { isInView, isRepeat, REPEAT_MS, Repeats, UNSEEN, watch, type Glance } from '@pullquote/events';
import { describe, expect, it } from 'vitest';

describe('COUNTER’s 30 seconds', () => {
  it('makes one act of repeats, and begins anew with each', () => {
    const repeats = new Repeats();
    expect([0, 20_000, 45_000, 75_000, 105_001].map((now) => repeats.counts('pi-opened a', now))).toEqual([
      true, false, false, false, true,
    ]); // prettier-ignore
  });

  it('goes by what was done to what', () => {
    const repeats = new Repeats();
    expect(repeats.counts('pi-opened a', 0)).toBe(true);
    expect(repeats.counts('pi-opened b', 1)).toBe(true);
    expect(repeats.counts('printed a', 2)).toBe(true);
    expect(repeats.counts('pi-opened a', 3)).toBe(false);
  });

  it('has its edge at 30 seconds, and trusts no clock that jumped', () => {
    expect(isRepeat(undefined, 0)).toBe(false);
    expect(isRepeat(0, REPEAT_MS)).toBe(true);
    expect(isRepeat(0, REPEAT_MS + 1)).toBe(false);
    expect(isRepeat(86_400_000, 0)).toBe(false);
    expect(isRepeat(1_000, 0)).toBe(true);
  });
});

describe('the MRC’s rule', () => {
  const half: Glance = { share: 0.5, area: 100_000, focused: true };
  it.each<[string, Glance, boolean]>([
    ['half of a card', half, true],
    ['less', { ...half, share: 0.499 }, false],
    ['30 % at 242,500 px', { ...half, share: 0.3, area: 242_500 }, false],
    ['30 % of a larger one', { ...half, share: 0.3, area: 242_501 }, true],
    ['less of a larger one', { ...half, share: 0.299, area: 242_501 }, false],
    ['all of it in a tab behind', { ...half, share: 1, focused: false }, false],
    ['nonsense', { ...half, share: Number.NaN }, false],
  ])('%s: %s', (_, glance, inView) => {
    expect(isInView(glance)).toBe(inView);
  });

  const after = (...glances: [Glance, number][]) =>
    glances.reduce((state, [glance, now]) => watch(state, glance, now), UNSEEN).viewed;
  const gone = { ...half, share: 0.1 };

  it('wants one second without a break', () => {
    expect(after([half, 0])).toBe(false);
    expect(after([half, 0], [half, 999])).toBe(false);
    expect(after([half, 0], [half, 1_000])).toBe(true);
    expect(after([half, 0], [{ ...half, share: 0.9 }, 600], [gone, 1_000])).toBe(true);
    expect(after([half, 0], [gone, 600], [half, 700], [half, 1_699])).toBe(false);
    expect(after([half, 0], [{ ...half, focused: false }, 600], [half, 700], [half, 1_300])).toBe(false);
    expect(after([gone, 0], [gone, 9_000])).toBe(false);
  });

  it('stays viewed, and a clock that was set back proves nothing', () => {
    expect(after([half, 0], [half, 1_000], [gone, 1_001])).toBe(true);
    expect(after([half, 5_000], [half, 0])).toBe(false);
  });
});
