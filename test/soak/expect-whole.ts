import { expect } from 'vitest';
import type { DrillReport } from './drill.js';

/** Nothing lost, nothing twice, nothing drawn again, no key left; a backup without its key tells nothing. */
export function expectWhole(report: DrillReport, kills: number): void {
  expect(report.kills).toBe(kills);
  expect(report.acknowledged).toBeGreaterThan(kills * 5);
  expect(report.events).toBe(report.acknowledged);
  expect(report.changed).toBe(0);
  expect(report.keysLeft).toEqual([]);
  expect(report.restored).toEqual({ discarded: true, figures: 0 });
  expect(report.cells.length).toBeGreaterThanOrEqual((kills / 5) * 4);
  for (const { kept, acknowledged, figures } of report.cells) {
    expect(kept).toBe(acknowledged);
    // Sixty doctors fall short of 15 once in 10¹⁹: each cell is told, and once.
    expect(figures).toHaveLength(1);
    expect(Math.abs(Number(figures[0]?.split(' ')[1]) - acknowledged)).toBeLessThan(25);
  }
}
