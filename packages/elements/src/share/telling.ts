import type { FactPort } from '@pullquote/events';
import { factPort } from './counting.js';

/** Counting, with the words that say what is counted: never one without the other. */
export interface Telling extends Pick<typeof import('./learn.js'), 'toldBy' | 'switchView'> {
  readonly port: FactPort;
}

/** Undefined where counting is off or blocked, and where its words could not be had: then nothing is told. */
export async function telling(): Promise<Telling | undefined> {
  const port = await factPort();
  if (!port) return undefined;
  return import('./learn.js').then(
    ({ toldBy, switchView }) => ({ port, toldBy, switchView }),
    () => undefined,
  );
}
