import type { FactAbout } from '@pullquote/events';
import { connected } from '../connect.js';
import type { Assessment } from '../source/assess.js';

/**
 * What a fact of this finding may name: the item that its publisher signed, as a record or as the tombstone of one. A post's
 * own link is only its author's word, so where no signature held there is nothing to name.
 */
export function aboutOf({ verdict: { record }, remains }: Assessment): FactAbout | undefined {
  const signed = record ?? remains?.tombstone;
  return (
    signed && {
      item: signed.id,
      version: signed.version,
      excerpts: (record?.excerpts ?? []).map(({ id }) => id),
      room: connected().room?.specialty,
    }
  );
}
