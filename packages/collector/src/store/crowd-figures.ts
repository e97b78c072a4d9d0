import type { WeekRange } from './range.js';

/** One released figure: a noised count of distinct doctors, as the community drew it. */
export interface CrowdRow {
  readonly item: string;
  /** A code of the crowd lane, such as `viewed` or `excerpt.e3`. */
  readonly fact: string;
  readonly week: string;
  readonly community: string;
  readonly figure: number;
  /** Lowest and highest true count that the figure goes with. */
  readonly low: number;
  readonly high: number;
  readonly threshold: number;
  readonly epsilon: number;
}

/**
 * Released figures that were added up. Never exact, and of doctor-weeks rather than of doctors: who was counted in two
 * communities or in two weeks is in it twice. Figures of different T or ε are never in one sum.
 */
export interface CrowdSum {
  readonly fact: string;
  readonly week: string;
  readonly threshold: number;
  readonly epsilon: number;
  /** How many released figures are in it. */
  readonly cells: number;
  readonly figure: number;
  /** The sums of the ends of their intervals. Not itself an interval of 95 %: wider. */
  readonly low: number;
  readonly high: number;
}

export interface CrowdQuery extends WeekRange {
  readonly item?: string | undefined;
  readonly community?: string | undefined;
  /** Exact codes. */
  readonly facts?: readonly string[] | undefined;
}

/** Crowd figures, for ever apart from the exact counters. */
export interface CrowdFigures {
  /** Ordered by item, fact, week and community. Of one item or one community, unless a publisher has few. */
  figures(publisher: string, query?: CrowdQuery): Promise<CrowdRow[]>;
  /** Over communities. Ordered by item, fact and week. */
  itemWeeks(
    publisher: string,
    query?: Omit<CrowdQuery, 'community'>,
  ): Promise<(CrowdSum & { readonly item: string })[]>;
  /** Over items. Ordered by community, fact and week. */
  communityWeeks(
    publisher: string,
    query?: Omit<CrowdQuery, 'item'>,
  ): Promise<(CrowdSum & { readonly community: string })[]>;
}
