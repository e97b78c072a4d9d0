import { Repeats, type FactDraft, type FactPort } from '@pullquote/events';
import { PqFactEvent } from '../fact-event.js';

/** Of the whole page. */
const repeats = new Repeats();

/**
 * Queues the fact, if there is anything to tell, and shows the page that it did. What is done again within half a minute is
 * the same act; but two posts are two, however soon one follows the other.
 * @returns whether there was anything to tell
 */
export function tellFact(owner: EventTarget, port: FactPort, draft: FactDraft): boolean {
  const { fact } = port.preview(draft);
  if (!fact) return false;
  const act = `${fact.fact} ${fact.item} ${fact.version}`;
  if (fact.depth === undefined && !repeats.counts(act, performance.now())) return true;
  port.record(fact);
  owner.dispatchEvent(new PqFactEvent(fact));
  return true;
}
