import { onCLS } from 'web-vitals/attribution/onCLS.js';
import { onINP } from 'web-vitals/attribution/onINP.js';
import { onLCP } from 'web-vitals/attribution/onLCP.js';
import { connected } from '../connect.js';
import { Growth } from './growth.js';
import { causeOfUnnamed } from './largest.js';
import { isOurs } from './ours.js';
import type { Cause, HealthReport } from './report.js';

let watching = false;

/** Tells the page's own code, and nobody else, how our elements weigh on the Core Web Vitals: at each change of a bucket. */
export function watchHealth(): void {
  if (watching) return;
  watching = true;
  const growth = new Growth();
  const options = {
    reportAllChanges: true,
    generateTarget: (node: Node | null) => (isOurs(node) ? 'ours' : 'not-ours') satisfies Cause,
  };
  onCLS(({ rating, attribution }) => tell('CLS', rating, growth.causeOf(attribution.largestShiftEntry)), options);
  onINP(({ rating, attribution }) => tell('INP', rating, named(attribution.interactionTarget) ?? 'unknown'), options);
  onLCP(({ rating, attribution: { target, lcpEntry } }) => {
    // Named once it was painted, and in the page still.
    tell('LCP', rating, (lcpEntry?.element && named(target)) ?? causeOfUnnamed(lcpEntry?.size));
  }, options);
}

function named(target: string | undefined): Cause | undefined {
  return target === 'ours' || target === 'not-ours' ? target : undefined;
}

const told = new Map<HealthReport['metric'], string>();

function tell(metric: HealthReport['metric'], rating: HealthReport['rating'], cause: Cause): void {
  const bucket = `${rating} ${cause}`;
  if (told.get(metric) === bucket) return;
  told.set(metric, bucket);
  connected().health?.({ metric, rating, cause });
}
