import type { Kind } from './calendar.js';

export const KIND_WORDS: Record<Kind, string> = {
  congress: 'Congress',
  launch: 'Launch',
  guideline: 'Guideline',
  other: 'Other',
};
