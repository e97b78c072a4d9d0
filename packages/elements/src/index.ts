export { connect, type ConnectOptions } from './connect.js';
export { forget } from './forget.js';
export { PqFactEvent } from './fact-event.js';
export type { HealthReport } from './health/report.js';
export { PqCard } from './pq-card.js';
export { PqLabel } from './pq-label.js';
// As a type alone: a bundler that saw the class here would load it with the rest, where it stands on hardly any page.
export type { PqLedger } from './ledger/pq-ledger.js';
export { PqQuote } from './quote/pq-quote.js';
export { PqShare } from './pq-share.js';
export {
  PqSharedEvent,
  PqShareEvent,
  type ComposeFormat,
  type Destination,
  type ShareChannel,
  type ShareRequest,
} from './share-event.js';
export { upgrade } from './upgrade.js';
