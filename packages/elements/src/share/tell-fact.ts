import type { FactDraft, FactPort } from '@pullquote/events';
import { PqFactEvent } from '../fact-event.js';

/** Queues the fact, if there is anything to tell, and shows the page that it did. */
export function tellFact(owner: HTMLElement, port: FactPort, draft: FactDraft): void {
  const { fact } = port.preview(draft);
  if (!fact) return;
  port.record(fact);
  owner.dispatchEvent(new PqFactEvent(fact));
}
