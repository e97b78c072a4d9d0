import { drawCrowd, uniformFrom } from '@pullquote/events';
import { nanoid } from 'nanoid';
import { randomBytes } from 'node:crypto';
import { makeBatch, makeCommunities } from '../../collector/batches.mjs';

const EVENTS = 500;

/** Bytes of what goes from one to the next, as JSON; of real facts, events and batches. */
export async function measureBytes(): Promise<{ fact: number; event: number; crowdEvent: number; signature: number }> {
  const item = 'urn:pullquote:publisher.example:item-12';
  const fact = JSON.stringify({ id: nanoid(), fact: 'label-expanded', item, version: 1 });
  const communities = await makeCommunities();
  const { body, signature } = await makeBatch(communities, 0, EVENTS);
  const crowd = drawCrowd(
    { item, fact: 'label-expanded', doctors: 400 },
    {
      community: 'https://community-0.example',
      week: '2026-W40',
      random: uniformFrom((count) => randomBytes(count)),
      id: () => nanoid(),
    },
  );
  return {
    fact: fact.length + 1,
    event: body.length / EVENTS,
    crowdEvent: JSON.stringify(crowd).length + 1,
    signature: signature.length,
  };
}
