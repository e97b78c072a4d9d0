import type { Keeping } from '../keeping.js';
import type { Connection } from './connection.js';
import { withoutNulls } from './connection.js';
import { readMeta } from './meta.js';
import type { PrunePlace } from './prune.js';
import type { Writing } from './writing.js';

export function keepingOf(sql: Connection, writing: Writing): Keeping {
  return {
    state: async () =>
      withoutNulls({
        schema: sql.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0,
        keptFrom: readMeta(sql, 'kept_from') ?? null,
        newestDay: readMeta(sql, 'newest_day') ?? null,
        failure: writing.failure ?? null,
      }),
    touch: () => writing.run('touch'),
    // What is committed is counted.
    settled: async () => undefined,
    async prune(day) {
      if (!(await writing.run('beginPrune', day))) return 0;
      let removed = 0;
      let place: PrunePlace | undefined;
      do {
        // A step at a time, so that batches get their turn in between.
        const step = await writing.run('pruneSome', place);
        removed += step.removed;
        place = step.next;
      } while (place);
      return removed;
    },
    async rebuild(progress) {
      writing.onProgress = progress;
      try {
        return await writing.run('rebuild');
      } finally {
        writing.onProgress = undefined;
      }
    },
  };
}
