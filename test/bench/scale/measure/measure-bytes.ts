import { nanoid } from 'nanoid';
import { makeBatch, makeCommunities } from '../../collector/batches.mjs';

const EVENTS = 500;

/** Bytes of what goes from one to the next, as JSON; of real facts, events and batches. */
export async function measureBytes(): Promise<{ fact: number; event: number; signature: number }> {
  const item = 'urn:pullquote:publisher.example:item-12';
  const fact = JSON.stringify({ id: nanoid(), fact: 'label-expanded', item, version: 1 });
  const communities = await makeCommunities();
  const { body, signature } = await makeBatch(communities, 0, EVENTS);
  return {
    fact: fact.length + 1,
    event: body.length / EVENTS,
    signature: signature.length,
  };
}
