/** What the step to each version does, in the order of `MIGRATIONS`, for whoever is about to take it. */
export const MIGRATION_WORDS: readonly string[] = [
  'makes the first tables: communities, events, counters, refusals',
  'keeps counters for every report, crowd figures and held lists; adds keys, sessions, the audit log, campaigns and webhooks',
  'keeps one fine counter, by which reports can be filtered, and the publisher’s catalogue',
];
