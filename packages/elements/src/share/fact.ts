import type { FactDraft, FactPort } from '@pullquote/events';
import type { RenderRecord } from '@pullquote/record/reader';
import { PqFactEvent } from '../fact-event.js';
import { channelOf, type Destination } from '../share-event.js';

/** The one fact that a post is: public where all members can read it, private anywhere else or where nobody said. */
export function shareFact(record: RenderRecord, depth: number, destination: Destination | undefined): FactDraft {
  const about = { item: record.id, version: record.version };
  if (destination && (destination.visibility !== 'members' || channelOf(destination) !== 'discussion'))
    return { fact: 'sent-privately', ...about };
  const deep = depth <= 1 ? 1 : depth === 2 ? 2 : 3;
  return { fact: deep === 1 ? 'shared' : 'reshared', ...about, depth: deep, visibility: 'members' };
}

/** Queues the fact, if the doctor lets it and there is anything to tell, and shows the page that it did. */
export function tellFact(owner: HTMLElement, port: FactPort | undefined, tell: boolean, draft: FactDraft): void {
  const fact = tell ? port?.preview(draft).fact : undefined;
  if (!fact) return;
  port?.record(fact);
  owner.dispatchEvent(new PqFactEvent(fact));
}
