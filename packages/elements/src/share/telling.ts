import type { FactDraft, FactPort } from '@pullquote/events';
import { counting } from './port.js';
import type { switchView, toldBy } from './learn.js';

/** Counting, with the words that say what is counted: never one without the other. */
export interface Telling {
  readonly port: FactPort;
  readonly toldBy: typeof toldBy;
  readonly switchView: typeof switchView;
  /** Brings the styles of what it shows. */
  readonly dress: (root: ParentNode) => void;
  readonly tellFact: (owner: HTMLElement, port: FactPort, draft: FactDraft) => boolean;
}

/** Undefined where counting is off or blocked, and where its words could not be had: then nothing is told. */
export async function telling(): Promise<Telling | undefined> {
  const port = await counting();
  return (
    port &&
    import('./learn.js').then(
      (words) => ({ port, ...words }),
      () => undefined,
    )
  );
}
