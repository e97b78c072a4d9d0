import type { FactDraft, FactPort } from '@pullquote/events';
import { PqFactEvent } from '../fact-event.js';

/** Queues the fact, if there is anything to tell, and shows the page that it did. @returns whether there was */
export function tellFact(owner: HTMLElement, port: FactPort, draft: FactDraft): boolean {
  const { fact } = port.preview(draft);
  if (!fact) return false;
  port.record(fact);
  owner.dispatchEvent(new PqFactEvent(fact));
  return true;
}
