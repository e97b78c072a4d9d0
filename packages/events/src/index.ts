export {
  BATCH_TYPE,
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  openBatch,
  signBatch,
  SIGNATURE_HEADER,
  type SignedBatch,
} from './batch.js';
export { dayOf, dayStart, nextDay, weekOf } from './calendar.js';
export { EventsError, type RefusalCode } from './errors.js';
export {
  crowdEventSchema,
  eventSchema,
  factOf,
  parseEvent,
  publicEventSchema,
  type CrowdEvent,
  type PublicEvent,
  type PublicEventType,
  type PullquoteEvent,
} from './event.js';
export { factSchema, MAX_FACTS, MAX_FACTS_BYTES, parseFact, type Fact, type FactDraft } from './fact.js';
export type { FactPort, Preview, Tells } from './port.js';
export { PUBLIC_BOUND, releaseDay, type PublicRow, type Release } from './public-lane.js';
export {
  CROWD_FACTS,
  laneOf,
  PUBLIC_FACTS,
  SPECIALTIES,
  VISIBILITIES,
  type CrowdFact,
  type FactCode,
  type Lane,
  type PublicFact,
  type Specialty,
  type Visibility,
} from './vocabulary.js';
