import { computed, notComputable } from '../computed.js';
import type { Computed } from '../types.js';
import { median } from './median.js';

/** A complete week of the publisher's calendar. */
export interface MarkedWeek {
  readonly week: string;
  readonly posts: number;
  /** A campaign window touches it, with a day at least. */
  readonly inside: boolean;
}

export interface AlwaysOn {
  /** Plain number: 1 means as much between campaigns as in them. */
  readonly alwaysOn: Computed;
  /** Posts a week. */
  readonly medianOutside: Computed;
  readonly medianInside: Computed;
  readonly weeksOutside: number;
  readonly weeksInside: number;
}

/**
 * Is the content reused between campaigns? Median weekly posts outside campaign windows ÷ inside.
 * @param weeks complete weeks alone; a week without a post is in it, with 0
 */
export function alwaysOn(weeks: readonly MarkedWeek[], windows: number): AlwaysOn {
  const postsOf = (inside: boolean) => weeks.filter((week) => week.inside === inside).map(({ posts }) => posts);
  const outside = postsOf(false);
  const inside = postsOf(true);
  const middleOutside = median(outside);
  const middleInside = median(inside);
  const counts = { weeksOutside: outside.length, weeksInside: inside.length };
  const none = weeks.length === 0 ? 'no-complete-week' : undefined;
  const noInside = notComputable(none ?? (windows === 0 ? 'no-windows' : 'no-week-inside'));
  const noOutside = notComputable(none ?? 'no-week-outside');
  return {
    ...counts,
    medianOutside: middleOutside === undefined ? noOutside : computed(middleOutside),
    medianInside: middleInside === undefined ? noInside : computed(middleInside),
    alwaysOn:
      middleInside === undefined
        ? noInside
        : middleOutside === undefined
          ? noOutside
          : middleInside === 0
            ? notComputable('inside-is-zero')
            : computed(middleOutside / middleInside),
  };
}
