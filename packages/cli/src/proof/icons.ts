import type { StateWords } from '@pullquote/record';

/** A state's shape, in characters that every print font has. */
export const ICON: Record<StateWords['icon'], string> = {
  diamond: '◆',
  broken: '◇',
  stop: '■',
  question: '?',
  pause: '‖',
  clock: '○',
  arrow: '→',
  door: '□',
  quote: '“',
};
