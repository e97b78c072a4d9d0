import type { Happening } from '@pullquote/events';
import { countingAtLast, tellFact } from '../share/port.js';
import type { Assessment } from '../source/assess.js';
import { aboutOf } from './about.js';

/** Counting could not be had. It is not asked for again at every card: a blocker would have to refuse each time. */
let refused = false;

/** Counts what happened with what was found, as far as this community and this doctor let it be counted. */
export async function tell(owner: EventTarget, found: Assessment, ...happenings: readonly Happening[]): Promise<void> {
  const about = aboutOf(found);
  if (!about || refused) return;
  const port = await countingAtLast();
  refused = !port;
  for (const happening of happenings) {
    const fact = port?.make(happening, about);
    if (port && fact) tellFact(owner, port, fact);
  }
}
