import type { ReportOf } from '../../../report/types.js';
import { REASON_WORDS } from '../../../report/reasons.js';
import { count, percent } from '../words/numbers.js';

export interface Answer {
  /** One or two words. */
  readonly short: string;
  readonly sentence: string;
}

type Figures = Pick<ReportOf<'always-on'>, 'alwaysOn' | 'medianInside' | 'medianOutside'>;

/** Is our content reused between campaigns? In one sentence, with the index in it as a share. */
export function answerOf({ alwaysOn, medianInside, medianOutside }: Figures): Answer {
  if (alwaysOn.state === 'not-computable')
    return { short: 'Not known yet.', sentence: unknown(alwaysOn.reason, medianOutside) };
  const usual =
    medianOutside.state === 'computed' && medianInside.state === 'computed'
      ? `: ${count(medianOutside.value)} posts against ${count(medianInside.value)}`
      : '';
  const part = alwaysOn.value;
  const sentence =
    part > 1
      ? `A usual week between campaigns brings more than one within them${usual}.`
      : `A usual week between campaigns brings ${percent(part)} of what a usual campaign week brings${usual}.`;
  return { short: shortAnswer(part), sentence };
}

function shortAnswer(part: number): string {
  if (part >= 0.8) return 'Yes, steadily.';
  if (part >= 0.5) return 'Yes, for the most part.';
  if (part >= 0.2) return 'In part.';
  if (part > 0) return 'Hardly.';
  return 'No.';
}

function unknown(reason: keyof typeof REASON_WORDS, outside: Figures['medianOutside']): string {
  const usual = outside.state === 'computed' ? ` A usual week brings ${count(outside.value)} posts.` : '';
  if (reason === 'no-windows')
    return `No campaign window is marked, so there is nothing to compare with.${usual} Mark your congresses and launches, and the answer stands here.`;
  return `It cannot be computed: ${REASON_WORDS[reason]}.${usual}`;
}
