import type { DatabaseSync } from 'node:sqlite';
import type { IntakeCode } from './refusal.js';

export interface RefusalStore {
  /** Counts refusals of one kind on one day. */
  add(day: string, community: string, code: IntakeCode, n?: number): void;
}

/** How often what was refused, from whom: never what it held. */
export function createRefusalStore(db: DatabaseSync): RefusalStore {
  const count = db.prepare(
    `INSERT INTO refusals (day, community, code, n) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
  );
  return {
    add(day, community, code, n = 1) {
      count.run(day, community, code, n);
    },
  };
}
