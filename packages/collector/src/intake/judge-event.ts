import { EventsError, factOf, parseEvent, type PublicEvent, type PublicFact } from '@pullquote/events';
import type { EventCode } from './refusal.js';

export interface Bounds {
  /** The community whose signature held. */
  readonly community: string;
  /** The last day that an event may name, `2026-11-22`. */
  readonly lastDay: string;
}

/** Longest detail that is answered: a field's name comes from the sender and could be of any length. */
const MAX_DETAIL = 200;

/** One value of a batch → the event to count, or why it is refused. */
export function judgeEvent(
  input: unknown,
  { community, lastDay }: Bounds,
): PublicEvent | { code: EventCode; detail: string } {
  let event;
  try {
    event = parseEvent(input);
  } catch (error) {
    if (error instanceof EventsError) return { code: codeOf(error), detail: error.message.slice(0, MAX_DETAIL) };
    throw error;
  }
  if (event.source !== community)
    return { code: 'source-mismatch', detail: 'source: must be the origin of the community that signed the batch.' };
  if (event.type === 'org.pullquote.crowd.v1')
    return { code: 'not-supported-yet', detail: 'type: this version of the collector cannot store crowd figures yet.' };
  if (event.type === 'org.pullquote.status-held.v1')
    return {
      code: 'not-supported-yet',
      detail: 'type: this version of the collector cannot store held status lists yet.',
    };
  if (!depthFits(factOf(event.type), event.data.depth))
    return { code: 'depth-mismatch', detail: 'data.depth: shared is depth 1; reshared is depth 2 or 3.' };
  if (event.data.day > lastDay)
    return { code: 'future-day', detail: 'data.day: this day has not come yet (UTC). Send a day when it is over.' };
  return event;
}

function depthFits(fact: PublicFact, depth: number): boolean {
  switch (fact) {
    case 'shared':
      return depth === 1;
    case 'reshared':
      return depth >= 2;
    case 'quoted':
      return true;
  }
}

function codeOf({ code }: EventsError): EventCode {
  switch (code) {
    case 'unknown-field':
    case 'unknown-value':
      return code;
    case 'malformed':
    case 'too-large':
    case 'signature':
    case 'unknown-community':
      return 'malformed';
  }
}
