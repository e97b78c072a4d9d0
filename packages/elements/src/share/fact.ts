import type { FactDraft } from '@pullquote/events';
import type { RenderRecord } from '@pullquote/record/reader';
import type { Destination } from '../share-event.js';
import { channelOf } from './channel-of.js';

/** The one fact that a post is: public where all members can read it, private anywhere else or where nobody said. */
export function shareFact(
  record: RenderRecord,
  depth: number,
  destination: Destination | undefined,
  quoted = false,
): FactDraft {
  const about = { item: record.id, version: record.version };
  if (destination && (destination.visibility !== 'members' || channelOf(destination) !== 'discussion'))
    return { fact: 'sent-privately', ...about };
  const deep = depth <= 1 ? 1 : depth === 2 ? 2 : 3;
  const fact = quoted ? 'quoted' : deep === 1 ? 'shared' : 'reshared';
  return { fact, ...about, depth: deep };
}
