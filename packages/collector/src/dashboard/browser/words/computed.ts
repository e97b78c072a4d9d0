import { REASON_WORDS } from '../../../report/reasons.js';
import type { Computed } from '../../../report/types.js';

/** The figure in words, or why there is none. */
export function computedWords(value: Computed, say: (n: number) => string): string {
  return value.state === 'computed' ? say(value.value) : REASON_WORDS[value.reason];
}

/** For a cell of a table: a dash, whose reason stands in its title. */
export function whyNot(value: Computed): string | undefined {
  return value.state === 'computed' ? undefined : REASON_WORDS[value.reason];
}
