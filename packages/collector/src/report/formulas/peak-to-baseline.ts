import { computed, notComputable } from '../computed.js';
import type { Computed } from '../types.js';
import type { MarkedWeek } from './always-on.js';
import { median } from './median.js';

/** Fewer weeks than this have no baseline worth the name. */
export const BASELINE_WEEKS = 4;

export interface Peak {
  /** Plain number from 1 or so: how many times the usual week the busiest one was. */
  readonly peakToBaseline: Computed;
  /** The busiest complete week, the first of several; null where there is none with a post. */
  readonly peak: { readonly week: string; readonly posts: number } | null;
}

/** Posts of the busiest week ÷ the median of the weeks outside campaign windows. Complete weeks alone. */
export function peakToBaseline(weeks: readonly MarkedWeek[]): Peak {
  let peak: Peak['peak'] = null;
  for (const { week, posts } of weeks) if (posts > (peak?.posts ?? 0)) peak = { week, posts };
  if (weeks.length === 0) return { peakToBaseline: notComputable('no-complete-week'), peak };
  if (weeks.length < BASELINE_WEEKS) return { peakToBaseline: notComputable('too-few-weeks'), peak };
  const baseline = median(weeks.filter(({ inside }) => !inside).map(({ posts }) => posts));
  if (baseline === undefined) return { peakToBaseline: notComputable('no-week-outside'), peak };
  if (peak === null) return { peakToBaseline: notComputable('no-reuse'), peak };
  if (baseline === 0) return { peakToBaseline: notComputable('baseline-is-zero'), peak };
  return { peakToBaseline: computed(peak.posts / baseline), peak };
}
