import type { LoadProgress } from '../demo/load.js';
import type { Terminal } from './terminal.js';

const WIDTH = 30;

export interface ProgressBar {
  readonly show: (progress: LoadProgress) => void;
  readonly end: () => void;
}

/** One line that is written over where a person watches; nothing in a file or a pipe. */
export function progressBar({ rewrite }: Terminal): ProgressBar {
  let said = -1;
  return {
    show({ events, of, day }) {
      const part = Math.min(1, events / Math.max(1, of));
      const percent = Math.floor(part * 100);
      if (percent === said) return;
      said = percent;
      const filled = Math.round(part * WIDTH);
      rewrite?.(`${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(percent).padStart(3)} %  ${day}`);
    },
    end: () => rewrite?.(''),
  };
}
