export {
  BATCH_TYPE,
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  openBatch,
  signBatch,
  SIGNATURE_HEADER,
  type SignedBatch,
} from './batch.js';
export { dayOf, dayStart, nextDay, nextWeek, weekOf, weekStart } from './calendar.js';
export { boundCells, drawCrowd, type Cell, type Crowd, type CrowdRelease } from './crowd/crowd-lane.js';
export { bernoulliExp, discreteLaplace, type Epsilon } from './crowd/laplace.js';
export {
  CROWD_CELLS,
  CROWD_DELTA,
  CROWD_EPSILON,
  CROWD_THRESHOLD,
  worstCase,
  type PrivacyLoss,
} from './crowd/privacy.js';
export { intervalOf, tail, thresholdFor } from './crowd/threshold.js';
export { EventsError, type RefusalCode } from './errors.js';
export {
  crowdEventSchema,
  eventSchema,
  factOf,
  parseEvent,
  publicEventSchema,
  statusHeldEventSchema,
  type CrowdEvent,
  type PublicEvent,
  type PublicEventType,
  type PullquoteEvent,
  type StatusHeldEvent,
} from './event.js';
export { FACT_DAYS, factSchema, MAX_FACTS, MAX_FACTS_BYTES, parseFact, type Fact, type FactDraft } from './fact.js';
export type { FactAbout, FactPort, Preview, Tells } from './port.js';
export { PUBLIC_BOUND, releaseDay, releaseMinute, type PublicRow, type Release } from './public-lane.js';
export { isRepeat, REPEAT_MS, Repeats } from './repeats.js';
export { toFact, type FactContext, type Happening } from './to-fact.js';
export { drawSome, shuffle, uniformFrom, type RandomBytes, type Uniform } from './uniform.js';
export { isInView, LARGE_PX, UNSEEN, VIEWED_MS, watch, type Glance, type Watch } from './viewed.js';
export {
  CROWD_FACTS,
  laneOf,
  PUBLIC_FACTS,
  SPECIALTIES,
  type CrowdFact,
  type FactCode,
  type Lane,
  type PlainFact,
  type PublicFact,
  type Rule,
  type Specialty,
  type Visibility,
} from './vocabulary.js';
