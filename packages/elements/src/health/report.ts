/** Who made it what it is; `none` where there was nothing to make it, `unknown` where the browser does not say. */
export type Cause = 'ours' | 'not-ours' | 'unknown' | 'none';

/** How this page stands in one of the Core Web Vitals, in buckets: no figure, no element, no address. */
export interface HealthReport {
  readonly metric: 'CLS' | 'INP' | 'LCP';
  readonly rating: 'good' | 'needs-improvement' | 'poor';
  /** Whether one of our elements moved what was moved, was slow to answer, or was the largest thing to be painted. */
  readonly cause: Cause;
}
