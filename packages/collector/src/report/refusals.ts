import type { DatabaseSync } from 'node:sqlite';

export interface RefusalRow {
  readonly day: string;
  /** A community's origin, or `unknown` where no signature proved who sent it. */
  readonly community: string;
  readonly code: string;
  readonly n: number;
}

/** What was refused, the latest day first. */
export function readRefusals(db: DatabaseSync): RefusalRow[] {
  const rows = db.prepare('SELECT day, community, code, n FROM refusals ORDER BY day DESC, community, code').all();
  return rows.map((row) => ({ ...row })) as unknown as RefusalRow[];
}
