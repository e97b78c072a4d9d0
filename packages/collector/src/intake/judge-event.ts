import {
  dayOf,
  dayStart,
  EventsError,
  factOf,
  nextWeek,
  parseEvent,
  weekStart,
  type PublicFact,
  type PullquoteEvent,
} from '@pullquote/events';
import type { EventCode } from './refusal.js';

const DAY_MS = 86_400_000;

export interface Bounds {
  /** The community whose signature held. */
  readonly community: string;
  /** The last day that an event may name, `2026-11-22`. */
  readonly lastDay: string;
}

export interface EventFault {
  readonly code: EventCode;
  readonly detail: string;
}

/** Longest detail that is answered: a field's name comes from the sender and could be of any length. */
const MAX_DETAIL = 200;

/** One value of a batch → the event to store, or why it is refused. */
export function judgeEvent(input: unknown, { community, lastDay }: Bounds): PullquoteEvent | EventFault {
  let event;
  try {
    event = parseEvent(input);
  } catch (error) {
    if (error instanceof EventsError) return { code: codeOf(error), detail: error.message.slice(0, MAX_DETAIL) };
    throw error;
  }
  if (event.source !== community)
    return { code: 'source-mismatch', detail: 'source: must be the origin of the community that signed the batch.' };
  return faultOf(event, lastDay) ?? event;
}

function faultOf(event: PullquoteEvent, lastDay: string): EventFault | undefined {
  switch (event.type) {
    case 'org.pullquote.shared.v1':
    case 'org.pullquote.reshared.v1':
    case 'org.pullquote.quoted.v1':
      if (!depthFits(factOf(event.type), event.data.depth))
        return { code: 'depth-mismatch', detail: 'data.depth: shared is depth 1; reshared is depth 2 or 3.' };
      return dayFault(event.data.day, lastDay);
    case 'org.pullquote.crowd.v1':
      if (dayOf(weekStart(nextWeek(event.data.week)) - DAY_MS) > lastDay)
        return { code: 'future-day', detail: 'data.week: this week is not over (UTC). Send its figures when it is.' };
      return undefined;
    case 'org.pullquote.status-held.v1':
      // A day of leeway for the publisher's own clock. Without a bound, one wrong list would look newer for ever.
      if (event.data.iat * 1000 >= dayStart(event.data.day) + 2 * DAY_MS)
        return { code: 'future-day', detail: 'data.iat: the list is newer than the day on which it was held.' };
      return dayFault(event.data.day, lastDay);
  }
}

function dayFault(day: string, lastDay: string): EventFault | undefined {
  if (day <= lastDay) return undefined;
  return { code: 'future-day', detail: 'data.day: this day has not come yet (UTC). Send a day when it is over.' };
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
