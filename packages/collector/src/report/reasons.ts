import type { Reason } from './types.js';

/** Why a figure could not be computed, for people. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'nothing-shared': 'nothing was shared',
  'no-reuse': 'nothing was posted',
  'not-90-days-yet': 'fewer than 90 days have been reported since the first post',
  'no-complete-week': 'no complete week in this range',
  'too-few-weeks': 'fewer than four complete weeks',
  'no-windows': 'no campaign window is marked',
  'no-week-outside': 'every week lies in a campaign window',
  'no-week-inside': 'no week lies in a campaign window',
  'inside-is-zero': 'the median week inside campaign windows has no posts',
  'baseline-is-zero': 'the median week outside campaign windows has no posts',
  'not-recalled': 'the item is not recalled',
  'shared-nowhere': 'the item was posted in no community',
  'one-version': 'only one version was posted',
};
