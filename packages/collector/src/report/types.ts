import type * as v from 'valibot';
import { crowdReports } from './schemas/crowds.js';
import type { envelope } from './schemas/envelope.js';
import { lifetimeReports } from './schemas/lifetimes.js';
import { operationReports } from './schemas/operations.js';
import { postReports } from './schemas/posts.js';

export type { EffectiveFilter } from './schemas/envelope.js';
export {
  REASONS,
  type Computed,
  type CrowdFigure,
  type CrowdRate,
  type Figures,
  type Reason,
} from './schemas/figures.js';
export type { WeekPoint } from './schemas/posts.js';

/**
 * What every report answers, as schemas: the types, the OpenAPI document and its tests come from these. Three things are kept apart
 * everywhere: an exact figure (public lane), a crowd figure with its uncertainty, and what is not known. None of them is ever NaN,
 * and none of them stands for another.
 */
export const reportSchemas = { ...postReports, ...lifetimeReports, ...crowdReports, ...operationReports } as const;

export type ReportName = keyof typeof reportSchemas;
export type ReportOf<N extends ReportName> = v.InferOutput<(typeof reportSchemas)[N]>;
export type AnyReport = { [N in ReportName]: ReportOf<N> }[ReportName];
/** What a report adds to the envelope that they all share. */
export type BodyOf<N extends ReportName> = Omit<ReportOf<N>, 'report' | keyof typeof envelope>;
/** One row of a report that has rows. */
export type RowOf<N extends ReportName> = ReportOf<N> extends { readonly rows: readonly (infer R)[] } ? R : never;
