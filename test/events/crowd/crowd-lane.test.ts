import {
  boundCells,
  CROWD_CELLS,
  drawCrowd,
  parseEvent,
  uniformFrom,
  type Crowd,
  type CrowdRelease,
  type Uniform,
} from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { COMMUNITY, idOf, ITEM, seededBytes } from '../fixtures.js';

function release(random: Uniform): CrowdRelease {
  let n = 0;
  return { community: COMMUNITY, week: '2026-W47', random, id: () => idOf(n++) };
}
const crowd = (doctors: number): Crowd => ({ item: ITEM, fact: 'pi-opened', doctors });

describe('a doctor’s bound', () => {
  it('keeps all cells up to four, and four of more', () => {
    const random = uniformFrom(seededBytes(1));
    expect(boundCells([], random)).toEqual([]);
    expect(boundCells(['a', 'b', 'c', 'd'], random).sort()).toEqual(['a', 'b', 'c', 'd']);
    const some = boundCells(['a', 'b', 'c', 'd', 'e', 'f'], random);
    expect(new Set(some).size).toBe(CROWD_CELLS);
  });

  it('draws each cell equally often (chi-square)', () => {
    const random = uniformFrom(seededBytes(2));
    const cells = Array.from({ length: 10 }, (_, i) => i);
    const runs = 10_000;
    const seen = cells.map(() => 0);
    for (let i = 0; i < runs; i++) for (const cell of boundCells(cells, random)) seen[cell] = (seen[cell] ?? 0) + 1;
    const expected = (runs * CROWD_CELLS) / cells.length;
    // Drawn without putting back: the variance of each count is n·p·(1−p)·…, below Pearson's, so 9 degrees of freedom bound it.
    const statistic = seen.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(statistic).toBeLessThan(27.9);
    expect(statistic).toBeGreaterThan(0.3);
  });
});

describe('a crowd', () => {
  it('becomes an event of the format, with nothing else in it', () => {
    const spoilt = { ...crowd(60), tags: ['dr-7'], thread: 12 };
    const event = drawCrowd(spoilt, release(uniformFrom(seededBytes(4))));
    expect(parseEvent(event)).toEqual(event);
    expect(event).toMatchObject({
      subject: ITEM,
      data: { fact: 'pi-opened', week: '2026-W47', threshold: 15, epsilon: 1 },
    });
    expect(Object.keys(event?.data ?? {}).sort()).toEqual([
      'epsilon',
      'fact',
      'figure',
      'interval',
      'threshold',
      'week',
    ]);
    expect(Math.abs((event?.data.figure ?? 0) - 60)).toBeLessThan(20);
  });

  it('is told if and only if its noised figure reaches the threshold', () => {
    const random = uniformFrom(seededBytes(6));
    let told = 0;
    for (let i = 0; i < 5_000; i++) {
      const event = drawCrowd(crowd(14), release(random));
      if (event) told += 1;
      expect(event?.data.figure ?? 15).toBeGreaterThanOrEqual(15);
    }
    // P(noise ≥ 1) = 1 ∕ (1 + e).
    expect(told / 5_000).toBeGreaterThan(0.25);
    expect(told / 5_000).toBeLessThan(0.29);
  });

  it('of one is never told in 20,000 weeks, and one of nobody doesn’t exist', () => {
    const random = uniformFrom(seededBytes(8));
    for (let i = 0; i < 20_000; i++) expect(drawCrowd(crowd(1), release(random))).toBeUndefined();
    expect(
      drawCrowd(
        crowd(0),
        release(() => expect.unreachable()),
      ),
    ).toBeUndefined();
  });
});
