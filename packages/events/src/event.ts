import * as v from 'valibot';
import { parseStrict } from './refusal.js';
import { dayOf, dayStart, weekOf, weekStart } from './calendar.js';
import { laneOf, PUBLIC_FACTS, type CrowdFact, type PublicFact } from './vocabulary.js';

const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => !Number.isNaN(dayStart(text)) && dayOf(dayStart(text)) === text),
);
const week = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(weekStart(text)) && weekOf(weekStart(text)) === text),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
const version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

const envelope = {
  specversion: v.literal('1.0'),
  /** The relay's own (nanoid), never the fact's. */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}$/)),
  /** The community's origin. */
  source: v.pipe(v.string(), v.url(), v.maxLength(200)),
  datacontenttype: v.literal('application/json'),
};
/** The item's URN. */
const subject = v.pipe(v.string(), v.maxLength(200), v.regex(/^urn:[a-z0-9][a-z0-9-]{1,31}:[!-~]+$/));

export type PublicEventType = `org.pullquote.${PublicFact}.v1`;
const publicTypes = PUBLIC_FACTS.map((fact) => `org.pullquote.${fact}.v1` as const);

/** One public post: item, version, community, country, depth, day, and nothing else. */
export const publicEventSchema = v.strictObject({
  ...envelope,
  subject,
  type: v.picklist(publicTypes),
  data: v.strictObject({ version, country, depth: v.picklist([1, 2, 3]), day }),
});
export type PublicEvent = v.InferOutput<typeof publicEventSchema>;

/** A noised count of distinct doctors for one fact code, item and week. */
export const crowdEventSchema = v.strictObject({
  ...envelope,
  subject,
  type: v.literal('org.pullquote.crowd.v1'),
  data: v.pipe(
    v.strictObject({
      fact: v.custom<CrowdFact>((code) => typeof code === 'string' && laneOf(code) === 'crowd'),
      week,
      figure: count,
      threshold: count,
      epsilon: v.pipe(v.number(), v.gtValue(0), v.maxValue(100)),
      interval: v.strictTuple([count, count]),
    }),
    // Whoever tells a figure below the threshold broke the one promise that protects small crowds.
    v.check(({ figure, threshold }) => figure >= threshold),
    v.check(({ figure, interval: [low, high] }) => low <= figure && figure <= high),
  ),
});
export type CrowdEvent = v.InferOutput<typeof crowdEventSchema>;

/** Which status list a community's server holds: how far a recall has come. Nobody's act is in it. */
export const statusHeldEventSchema = v.strictObject({
  ...envelope,
  /** The status list's own URL. */
  subject: v.pipe(v.string(), v.url(), v.maxLength(500)),
  type: v.literal('org.pullquote.status-held.v1'),
  data: v.strictObject({
    day,
    /** The list's own `iat`, seconds since 1970: the publisher set it, so it names the list and tells no time. */
    iat: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
});
export type StatusHeldEvent = v.InferOutput<typeof statusHeldEventSchema>;

export const eventSchema = v.variant('type', [publicEventSchema, crowdEventSchema, statusHeldEventSchema]);
export type PullquoteEvent = v.InferOutput<typeof eventSchema>;

/** The fact code that a public event tells. */
export function factOf(type: PublicEventType): PublicFact {
  return type.split('.')[2] as PublicFact;
}

/** @throws EventsError that names the field */
export function parseEvent(input: unknown): PullquoteEvent {
  return parseStrict(eventSchema, input);
}
