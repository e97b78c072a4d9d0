import type { Cell } from '@pullquote/events';
import { WEEKS, type Post } from './population.js';
import type { Message, Released } from './release.js';

/** All that an attacker holds when the month is over: the same for every way of releasing. */
export interface View {
  /** The last figure that came for a cell and week; 0 where none did. */
  figure(cell: Cell, week: number): number;
  /** Minutes of the month at which something came about a cell. */
  minutes(cell: Cell, week: number): readonly number[];
  /** Where a cell's last figure stood among those of its week, 0 first to 1 last; undefined where none came. */
  place(cell: Cell, week: number): number | undefined;
  /** Every post of the forum, with author and minute. */
  readonly scrape: readonly Post[];
  /** How many others stand in a cell. Only attackers that are said to know everybody else's acts may ask. */
  others(cell: Cell, week: number): number;
}

/** What the publisher got, and what the forum shows → what the attacker of this victim holds. */
export function viewsOf(released: Released, scrape: readonly Post[]): (victim: string) => View {
  const weeks = Array.from({ length: WEEKS }, () => ({
    byCell: new Map<Cell, { rank: number; message: Message }[]>(),
    size: 0,
  }));
  for (const message of released.messages) {
    const week = weeks[message.week];
    if (!week) continue;
    const held = { rank: week.size++, message };
    const before = week.byCell.get(message.cell);
    if (before) before.push(held);
    else week.byCell.set(message.cell, [held]);
  }
  const of = (cell: Cell, week: number) => weeks[week]?.byCell.get(cell) ?? [];
  return (victim) => ({
    figure: (cell, week) => of(cell, week).at(-1)?.message.figure ?? 0,
    minutes: (cell, week) => of(cell, week).map(({ message }) => message.at),
    place(cell, week) {
      const last = of(cell, week).at(-1);
      return last && last.rank / Math.max(1, (weeks[week]?.size ?? 1) - 1);
    },
    scrape,
    others: (cell, week) => released.others(cell, week, victim),
  });
}
