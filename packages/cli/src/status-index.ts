import { randomInt } from 'node:crypto';
import { STATUS_LIST_SIZE } from '@pullquote/record';
import { CliError } from './errors.js';

/**
 * A place in the status list that no record has or had. It is drawn at random: places given in order would tell how many
 * items there are, and which came together.
 */
export function drawStatusIndex(taken: ReadonlySet<number>): number {
  if (taken.size >= STATUS_LIST_SIZE) {
    throw new CliError('sign', `All ${STATUS_LIST_SIZE} places of the status list are taken. Use a second origin.`);
  }
  for (;;) {
    const idx = randomInt(STATUS_LIST_SIZE);
    if (!taken.has(idx)) return idx;
  }
}
