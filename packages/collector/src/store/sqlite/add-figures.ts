import type { Connection } from './connection.js';

export interface CrowdCell {
  readonly item: number;
  readonly fact: string;
  readonly week: string;
  readonly community: number;
  readonly figure: number;
  readonly low: number;
  readonly high: number;
  readonly threshold: number;
  readonly epsilon: number;
}

const SUM =
  'cells = cells + 1, figure = figure + excluded.figure, low = low + excluded.low, high = high + excluded.high';

/** A released figure, and the sums that it is in. */
export function addCrowd(sql: Connection, publisher: number, cell: CrowdCell): void {
  const { item, fact, week, community, figure, low, high, threshold, epsilon } = cell;
  sql.run(
    `INSERT INTO crowd (item, fact, week, community, figure, low, high, threshold, epsilon)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    item,
    fact,
    week,
    community,
    figure,
    low,
    high,
    threshold,
    epsilon,
  );
  sql.run(
    `INSERT INTO crowd_item_weeks (item, fact, week, threshold, epsilon, cells, figure, low, high)
     VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?) ON CONFLICT DO UPDATE SET ${SUM}`,
    item,
    fact,
    week,
    threshold,
    epsilon,
    figure,
    low,
    high,
  );
  sql.run(
    `INSERT INTO crowd_community_weeks (publisher, community, fact, week, threshold, epsilon, cells, figure, low, high)
     VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?) ON CONFLICT DO UPDATE SET ${SUM}`,
    publisher,
    community,
    fact,
    week,
    threshold,
    epsilon,
    figure,
    low,
    high,
  );
}

export interface Held {
  readonly publisher: number;
  readonly list: string;
  readonly community: number;
  readonly day: string;
  readonly iat: number;
}

/** Said twice on one day, the newest issue counts. */
export function addHeld(sql: Connection, { publisher, list, community, day, iat }: Held): void {
  sql.run(
    `INSERT INTO held (publisher, list, community, day, iat) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET iat = max(iat, excluded.iat)`,
    publisher,
    list,
    community,
    day,
    iat,
  );
}
