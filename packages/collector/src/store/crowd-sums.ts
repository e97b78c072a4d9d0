import type { WeekRange } from './range.js';

export interface CrowdSumQuery extends WeekRange {
  readonly item?: string | undefined;
  readonly community?: string | undefined;
  /** Exact code, or the beginning of one that ends with a dot, such as `excerpt.`; without one, all. */
  readonly fact?: string | undefined;
}

/** Released figures of one T and one ε, added up. Never exact, and of doctor-weeks rather than of doctors. */
export interface CrowdAmount {
  readonly threshold: number;
  readonly epsilon: number;
  readonly cells: number;
  readonly figure: number;
  readonly low: number;
  readonly high: number;
}

/** Two figures of the same item, week and community, both of them released, added up side by side. */
export interface CrowdPair extends CrowdAmount {
  readonly item: string;
  readonly fact: string;
  readonly overThreshold: number;
  readonly overEpsilon: number;
  readonly overFigure: number;
  readonly overLow: number;
  readonly overHigh: number;
}

/** Sums of crowd figures, made where they are kept: reports need few numbers of many. */
export interface CrowdSums {
  /** Over weeks and communities. Ordered by item and fact. */
  items(
    publisher: string,
    query?: CrowdSumQuery,
  ): Promise<(CrowdAmount & { readonly item: string; readonly fact: string })[]>;
  /** Over items and communities. Ordered by fact and week. */
  weeks(
    publisher: string,
    query?: CrowdSumQuery,
  ): Promise<(CrowdAmount & { readonly fact: string; readonly week: string })[]>;
  /** Each of some facts beside the one it is a part of, over the cells that have both. Ordered by item and fact. */
  pairs(
    publisher: string,
    query: Omit<CrowdSumQuery, 'fact'> & { readonly facts: readonly string[]; readonly over: string },
  ): Promise<CrowdPair[]>;
  /** How many figures were released. */
  cells(publisher: string, query?: CrowdSumQuery): Promise<number>;
  /** The last week, up to `to`, of which each community has released a figure. Ordered by community. */
  lastWeeks(publisher: string, to?: string): Promise<{ readonly community: string; readonly week: string }[]>;
}
