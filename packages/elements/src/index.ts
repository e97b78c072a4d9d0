export { connect, type ConnectOptions } from './connect.js';
export { forget } from './forget.js';
export { PqFactEvent } from './fact-event.js';
export type { HealthReport } from './health/report.js';
export { PqCard } from './pq-card.js';
export { PqLabel } from './pq-label.js';
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
