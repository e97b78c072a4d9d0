import {
  boundCells,
  CROWD_EPSILON,
  CROWD_THRESHOLD,
  discreteLaplace,
  drawCrowd,
  type Cell,
  type Crowd,
  type Uniform,
} from '@pullquote/events';
import { WEEK_MINUTES, WEEKS, type Act } from './population.js';

/** One message about a cell, as the publisher gets it. */
export interface Message {
  readonly cell: Cell;
  readonly week: number;
  readonly figure: number;
  /** Minute of the month at which it came. */
  readonly at: number;
}
export interface Released {
  /** In the order in which they came. */
  readonly messages: readonly Message[];
  /** How many doctors stand in a cell without this one: what somebody knows who knows everybody else's acts. */
  others(cell: Cell, week: number, doctor: string): number;
}
/** What a way of releasing makes of a month. */
export type Release = (acts: readonly Act[], random: Uniform) => Released;

interface Figure {
  readonly id: string;
  readonly figure: number;
}

/** The release under test: the code of @pullquote/events, called as the relay calls it when a week closes. */
export const real: Release = (acts, random) => release(acts, random, (crowd, week) => draw(crowd, week, random));

/**
 * As `real`, with half the noise that ε = 1 needs. Attackers have to break the bound here: a test that takes this for good could
 * not have seen a mistake in the real one.
 */
export const halfTheNoise: Release = (acts, random) =>
  release(acts, random, ({ doctors }) => {
    const figure = doctors + discreteLaplace({ numerator: 2, denominator: 1 }, random);
    return figure < CROWD_THRESHOLD ? undefined : { id: String(random(2 ** 40)), figure };
  });

/** As `real`, without the threshold: that a cell is there at all tells of somebody. Only δ is broken here, by those who look for it. */
export const noThreshold: Release = (acts, random) =>
  release(acts, random, ({ doctors }) => ({
    id: String(random(2 ** 40)),
    figure: doctors + discreteLaplace(CROWD_EPSILON, random),
  }));

/** As `real`, with every doctor in every cell. Only those break the bound who watch one doctor in many cells at once. */
export const noCellBound: Release = (acts, random) =>
  release(
    acts,
    random,
    (crowd, week) => draw(crowd, week, random),
    (cells) => [...cells],
  );

/** What to compare with: each act is told as it happens, exactly, from the first doctor on. */
export const raw: Release = (acts) => {
  const cells = Array.from({ length: WEEKS }, () => new Map<Cell, Set<string>>());
  const messages = [...acts]
    .sort((one, other) => minuteOf(one) - minuteOf(other))
    .map((act): Message => {
      const doctors = cells[act.week]?.get(act.cell) ?? new Set();
      cells[act.week]?.set(act.cell, doctors.add(act.doctor));
      return { cell: act.cell, week: act.week, figure: doctors.size, at: minuteOf(act) };
    });
  return {
    messages,
    others(cell, week, doctor) {
      const doctors = cells[week]?.get(cell);
      return (doctors?.size ?? 0) - (doctors?.has(doctor) ? 1 : 0);
    },
  };
};

const minuteOf = ({ week, minute }: Act): number => week * WEEK_MINUTES + minute;

/** Distinct doctors, each in the cells that the bound leaves, as packages/community/src/crowd/draw.ts does it. */
function release(
  acts: readonly Act[],
  random: Uniform,
  figureOf: (crowd: Crowd, week: number) => Figure | undefined,
  bound = (cells: ReadonlySet<Cell>) => boundCells([...cells], random),
): Released {
  const messages: Message[] = [];
  const kept: Map<string, Cell[]>[] = [];
  const counts: Map<Cell, number>[] = [];
  for (const [week, doctors] of doctorsByWeek(acts).entries()) {
    const bounded = new Map([...doctors].map(([doctor, cells]) => [doctor, bound(cells)]));
    const count = new Map<Cell, number>();
    for (const cells of bounded.values()) for (const cell of cells) count.set(cell, (count.get(cell) ?? 0) + 1);
    kept.push(bounded);
    counts.push(count);
    const figures = [...count].flatMap(([cell, doctors]) => {
      const figure = figureOf({ ...cell, doctors }, week);
      return figure ? [{ cell, ...figure }] : [];
    });
    // The relay sends them in the order of their random ids, once the week has closed.
    for (const { cell, figure } of figures.sort((one, other) => (one.id < other.id ? -1 : 1)))
      messages.push({ cell, figure, week, at: (week + 1) * WEEK_MINUTES });
  }
  return {
    messages,
    others: (cell, week, doctor) => (counts[week]?.get(cell) ?? 0) - (kept[week]?.get(doctor)?.includes(cell) ? 1 : 0),
  };
}

function doctorsByWeek(acts: readonly Act[]): Map<string, Set<Cell>>[] {
  const weeks = Array.from({ length: WEEKS }, () => new Map<string, Set<Cell>>());
  for (const { week, doctor, cell } of acts) {
    const cells = weeks[week]?.get(doctor);
    if (cells) cells.add(cell);
    else weeks[week]?.set(doctor, new Set([cell]));
  }
  return weeks;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

function draw(crowd: Crowd, week: number, random: Uniform): Figure | undefined {
  const event = drawCrowd(crowd, {
    community: 'https://forum.example',
    week: `2026-W${10 + week}`,
    random,
    id: () => Array.from({ length: 21 }, () => LETTERS[random(64)]).join(''),
  });
  return event && { id: event.id, figure: event.data.figure };
}
