import type { StateRules } from '@pullquote/record';

/** A state's shape, in characters that every print font has. */
export const ICON: Record<StateRules['icon'], string> = {
  diamond: '◆',
  broken: '◇',
  stop: '■',
  question: '?',
  pause: '‖',
  clock: '○',
  arrow: '→',
  lock: '□',
  quote: '“',
};
