import type { DayRange } from './range.js';

/** Public posts by kind and depth: `shared` is always a first post, `reshared` never is. */
export interface DepthFigures {
  readonly shared: number;
  readonly reshared2: number;
  readonly reshared3: number;
  readonly quoted1: number;
  readonly quoted2: number;
  readonly quoted3: number;
}

interface Dimensions {
  /** The item's URN. */
  readonly item: string;
  readonly version: number;
  /** The community's origin. */
  readonly community: string;
  readonly day: string;
}
export type CellDimension = keyof Dimensions;

export type CellSum<D extends CellDimension> = DepthFigures &
  Pick<Dimensions, D> & { readonly firstDay: string; readonly lastDay: string };

/** Posts of one item in one community on one day; a version has a row of its own. */
export interface CellDay {
  readonly item: string;
  readonly community: string;
  readonly day: string;
  readonly shared: number;
  readonly reshared: number;
  readonly quoted: number;
}

export interface CellQuery extends DayRange {
  readonly item?: string | undefined;
  readonly community?: string | undefined;
}

/**
 * The one fine counter: item × version × community × day, kept at intake. The coarser ones answer what is asked most; this one answers
 * every combination of the reports' filters, exactly and to the day.
 */
export interface Cells {
  /** Summed along some dimensions, ordered by these; only what has a post. */
  sums<D extends CellDimension>(publisher: string, query: CellQuery, by: readonly D[]): Promise<CellSum<D>[]>;
  /** The counter's own rows, depths summed up. Of one item or one community: of all of them there are many. */
  days(publisher: string, query: CellQuery): Promise<CellDay[]>;
}
