import { dayStart, weekOf, type PublicFact } from '@pullquote/events';
import type { Connection } from './connection.js';

/** Public events of one cell that were stored just now. */
export interface Counted {
  readonly publisher: number;
  readonly community: number;
  readonly item: number;
  readonly version: number;
  readonly country: string;
  readonly depth: number;
  readonly day: string;
  readonly fact: PublicFact;
  readonly n: number;
}

const FIGURES = `shared = shared + excluded.shared, reshared = reshared + excluded.reshared,
  quoted = quoted + excluded.quoted`;

/** Each marginal: which columns name a counter, and how one is added to. */
const MARGINALS = [
  {
    key: ({ publisher, day }: Counted) => [publisher, day],
    add: `INSERT INTO count_days (publisher, day, shared, reshared, quoted) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET ${FIGURES}`,
  },
  {
    key: ({ item, day }: Counted) => [item, day],
    add: `INSERT INTO count_item_days (item, day, shared, reshared, quoted) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET ${FIGURES}`,
  },
  {
    key: ({ publisher, community, country, day }: Counted) => [publisher, community, country, day],
    add: `INSERT INTO count_community_days (publisher, community, country, day, shared, reshared, quoted)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ${FIGURES}`,
  },
  {
    key: ({ item, version, depth, day }: Counted) => [item, version, depth, weekOfDay(day)],
    add: `INSERT INTO count_item_weeks (item, version, depth, week, shared, reshared, quoted)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ${FIGURES}`,
  },
] as const;

/** First and last day are not sums, so this one is added to by itself. */
const ADD_REACH = `INSERT INTO count_item_communities
    (item, version, community, first_day, last_day, shared, reshared, quoted) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET first_day = min(first_day, excluded.first_day), last_day = max(last_day, excluded.last_day),
    ${FIGURES}`;

/** The fine counter: which of its columns a post adds to. */
const CELL_COLUMNS = ['shared1', 'reshared2', 'reshared3', 'quoted1', 'quoted2', 'quoted3'] as const;
const ADD_CELL = `INSERT INTO count_cells
    (item, version, community, day, shared, reshared2, reshared3, quoted1, quoted2, quoted3)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET shared = shared + excluded.shared,
    reshared2 = reshared2 + excluded.reshared2, reshared3 = reshared3 + excluded.reshared3,
    quoted1 = quoted1 + excluded.quoted1, quoted2 = quoted2 + excluded.quoted2, quoted3 = quoted3 + excluded.quoted3`;

interface Cell {
  readonly key: readonly (string | number)[];
  readonly figures: Map<string, number>;
}
let lastDay = '';
let lastWeek = '';
/** One batch tells of one day, as a rule. */
function weekOfDay(day: string): string {
  if (day !== lastDay) {
    lastWeek = weekOf(dayStart(day));
    lastDay = day;
  }
  return lastWeek;
}

interface Sum {
  readonly key: readonly (string | number)[];
  readonly figures: Record<PublicFact, number>;
}
interface Reach extends Sum {
  first: string;
  last: string;
}

/** What a transaction adds to the counters: each counter that it touches is written once, at its end. */
export class Tally {
  readonly #sums = MARGINALS.map(() => new Map<string, Sum>());
  readonly #reach = new Map<string, Reach>();
  readonly #cells = new Map<string, Cell>();

  constructor(private readonly sql: Connection) {}

  add(counted: Counted): void {
    const { fact, depth, n, day, item, version, community } = counted;
    for (const [i, { key }] of MARGINALS.entries()) {
      const sums = this.#sums[i];
      if (sums) sumOf(sums, key(counted)).figures[fact] += n;
    }
    const reach = this.#reachOf([item, version, community], day);
    reach.figures[fact] += n;
    if (day < reach.first) reach.first = day;
    if (day > reach.last) reach.last = day;
    const { figures } = cellOf(this.#cells, [item, version, community, day]);
    figures.set(`${fact}${depth}`, (figures.get(`${fact}${depth}`) ?? 0) + n);
  }

  /** Writes it all, and begins anew. */
  flush(): void {
    for (const [i, { add }] of MARGINALS.entries())
      for (const { key, figures } of this.#sums[i]?.values() ?? [])
        this.sql.run(add, ...key, figures.shared, figures.reshared, figures.quoted);
    for (const { key, first, last, figures } of this.#reach.values())
      this.sql.run(ADD_REACH, ...key, first, last, figures.shared, figures.reshared, figures.quoted);
    for (const { key, figures } of this.#cells.values())
      this.sql.run(ADD_CELL, ...key, ...CELL_COLUMNS.map((column) => figures.get(column) ?? 0));
    this.forget();
  }

  /** After a rollback. */
  forget(): void {
    for (const sums of this.#sums) sums.clear();
    this.#reach.clear();
    this.#cells.clear();
  }

  #reachOf(key: readonly (string | number)[], day: string): Reach {
    const name = key.join(' ');
    const known = this.#reach.get(name);
    if (known) return known;
    const reach = { key, first: day, last: day, figures: { shared: 0, reshared: 0, quoted: 0 } };
    this.#reach.set(name, reach);
    return reach;
  }
}

function sumOf(sums: Map<string, Sum>, key: readonly (string | number)[]): Sum {
  const name = key.join(' ');
  const known = sums.get(name);
  if (known) return known;
  const sum = { key, figures: { shared: 0, reshared: 0, quoted: 0 } };
  sums.set(name, sum);
  return sum;
}

function cellOf(cells: Map<string, Cell>, key: readonly (string | number)[]): Cell {
  const name = key.join(' ');
  const known = cells.get(name);
  if (known) return known;
  const cell = { key, figures: new Map<string, number>() };
  cells.set(name, cell);
  return cell;
}
