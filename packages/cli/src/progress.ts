import type { Terminal } from './terminal.js';

/** Told after each of many steps, for people who wait: `signing`, 3 of 12. */
export type Progress = (doing: string, done: number, total: number) => void;

/** Fewer steps than these are over before anyone reads a line about them. */
const WORTH_SAYING = 20;

/** Says it on a terminal, not more often than somebody can see. */
export function progressOn(terminal: Terminal, clock: () => number = Date.now): Progress | undefined {
  const { progress } = terminal;
  if (progress === undefined) return undefined;
  let said = 0;
  return (doing, done, total) => {
    const now = clock();
    if (total < WORTH_SAYING || (done < total && now - said < 100)) return;
    said = now;
    progress(`${doing} ${done}/${total}`);
  };
}
