import { CROWD_EPSILON, dayOf, discreteLaplace, nextDay, uniformFrom } from '@pullquote/events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pooledBytes } from '../../packages/community/src/crowd/pooled-bytes.js';
import { Days } from '../../packages/community/src/lane/days.js';
import { LaneClock } from '../../packages/community/src/lane/lane-clock.js';
import { Database } from '../../packages/community/src/store/database.js';
import { NOW } from './publisher.js';
import { bench, fact } from './setup.js';

/*
 * The relay's own chance, as it runs: nothing is seeded here. The functions are held to their distributions with seeds in
 * test/events. A true relay fails each bound below less than once in a million runs.
 */

/** Spearman's ρ of a list that holds 0 … n − 1, with the order 0, 1, 2 … */
function rho(order: readonly number[]): number {
  const n = order.length;
  const squares = order.reduce((sum, value, place) => sum + (value - place) ** 2, 0);
  return 1 - (6 * squares) / (n * (n ** 2 - 1));
}

describe('what leaves the relay', () => {
  it('comes in an order that says nothing of the order of the posts (rank correlation)', async () => {
    const made = await bench({ demo: true });
    const [items, days] = [12, 20];
    for (let i = 0; i < items; i++)
      await made.publisher.add({
        id: `urn:example:item-${i}`,
        canonicalUrl: `${made.publisher.origin}/item-${i}`,
        status: { uri: made.publisher.statusUri, idx: 100 + i },
      });
    await made.community.refresh();
    const orders: number[][] = [];
    for (let day = 0; day < days; day++) {
      for (let i = 0; i < items; i++) {
        made.member = () => ({ id: `doctor-${day}-${i}`, hcp: true });
        await made.post([fact({ item: `urn:example:item-${i}` })]);
      }
      const before = made.events().length;
      await made.community.closeDay();
      orders.push(
        made
          .events()
          .slice(before)
          .map(({ subject }) => Number(subject.split('-').at(-1))),
      );
    }
    expect(orders.every((order) => new Set(order).size === items)).toBe(true);
    // ρ of a random order has mean 0 and variance 1 ∕ (n − 1); five standard errors.
    const bound = 5 / Math.sqrt(days * (items - 1));
    const mean = (list: readonly number[][]) => list.reduce((sum, order) => sum + rho(order), 0) / list.length;
    expect(Math.abs(mean(orders))).toBeLessThan(bound);
    expect(mean(orders.map((order) => [...order].sort((one, other) => one - other)))).toBeGreaterThan(bound);
  });

  it('comes at a minute that is as often in one hour as in another (chi-square)', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'pullquote-chance-'));
    const db = new Database(dataDir);
    try {
      const days = new Days(db, new LaneClock(db, { now: () => NOW, lane: () => NOW }, false));
      const hours = Array<number>(24).fill(0);
      const runs = 4_800;
      db.transaction(() => {
        for (let i = 0, day = dayOf(NOW); i < runs; i++, day = nextDay(day)) {
          const minute = (days.draw(day) - Date.parse(nextDay(day))) / 60_000;
          expect(Number.isInteger(minute)).toBe(true);
          expect(days.draw(day)).toBe(Date.parse(nextDay(day)) + minute * 60_000); // Drawn once, and kept.
          hours[Math.floor(minute / 60)] = (hours[Math.floor(minute / 60)] ?? 0) + 1;
        }
      });
      expect(hours).toHaveLength(24);
      const statistic = hours.reduce((sum, n) => sum + (n - runs / 24) ** 2 / (runs / 24), 0);
      expect(statistic).toBeLessThan(75); // 23 degrees of freedom: beyond it once in five million.
    } finally {
      db.close();
      rmSync(dataDir, { recursive: true });
    }
  });

  it('is blurred by the exact distribution, from the bytes that the relay draws (chi-square)', () => {
    const random = uniformFrom(pooledBytes());
    const [draws, reach] = [60_000, 5];
    const counts = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      const noise = discreteLaplace(CROWD_EPSILON, random);
      const place = Math.sign(noise) * Math.min(Math.abs(noise), reach + 1);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    const q = Math.exp(-1);
    let statistic = 0;
    for (let x = -reach - 1; x <= reach + 1; x++) {
      // The outermost classes hold the whole tail: q^x ∕ (1 + q).
      const p = Math.abs(x) > reach ? q ** (reach + 1) / (1 + q) : ((1 - q) / (1 + q)) * q ** Math.abs(x);
      statistic += ((counts.get(x) ?? 0) - draws * p) ** 2 / (draws * p);
    }
    expect(statistic).toBeLessThan(56); // 12 degrees of freedom: beyond it once in eight million.
    expect(statistic).toBeGreaterThan(0.1);
  });
});
