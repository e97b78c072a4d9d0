import { randomUUID } from 'node:crypto';
import type { Keeping } from '../../keeping.js';
import { SCHEMA_VERSION } from '../analytics/schema.js';
import type { Logs } from '../log/logs.js';
import { prune, settle, type KeepingParts } from './prune.js';
import { rebuild } from './rebuild.js';

export function keepingOf(parts: KeepingParts): Keeping {
  const { sql, logs, documents, meta } = parts;
  let [log, analytics]: ('ok' | 'failing')[] = ['ok', 'ok'];
  return {
    async state() {
      const { keptFrom, newestDay } = await meta.read();
      return {
        schema: SCHEMA_VERSION,
        ...(keptFrom === undefined ? {} : { keptFrom }),
        ...(newestDay === undefined ? {} : { newestDay }),
      };
    },
    async touch() {
      const tried = await Promise.allSettled([
        documents.put('touched', { value: randomUUID() }),
        sql.row(`SELECT count() AS n FROM ${sql.table('schema')}`),
      ]);
      [log, analytics] = tried.map(({ status }) => (status === 'fulfilled' ? 'ok' : 'failing'));
      for (const one of tried) if (one.status === 'rejected') throw one.reason;
    },
    async servers() {
      return { log: log ?? 'ok', analytics: analytics ?? 'ok', waiting: await waiting(logs).catch(() => undefined) };
    },
    settled: () => settle(logs),
    prune: (day) => prune(parts, day),
    rebuild: (progress) => rebuild(parts, progress),
  };
}

async function waiting(logs: Logs): Promise<number> {
  const open = await logs.all();
  const counts = await Promise.all(open.map(async ({ log }) => (await log.end()) - (await log.progress.reached())));
  return counts.reduce((sum, n) => sum + n, 0);
}
