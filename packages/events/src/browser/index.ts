export { createCounting, type Counting, type CountingOptions } from './counting.js';
export type { FactStatus, LedgerEntry } from './ledger.js';
