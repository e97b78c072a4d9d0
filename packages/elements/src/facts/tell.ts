import type { Happening } from '@pullquote/events';
import { counting, tellFact } from '../share/port.js';
import type { Assessment } from '../source/assess.js';
import { aboutOf } from './about.js';

/** Counts what happened with what was found, as far as this community and this doctor let it be counted. */
export async function tell(owner: EventTarget, found: Assessment, ...happenings: readonly Happening[]): Promise<void> {
  const about = aboutOf(found);
  const port = about && (await counting());
  if (!port) return;
  for (const happening of happenings) {
    const fact = port.make(happening, about);
    if (fact) tellFact(owner, port, fact);
  }
}
