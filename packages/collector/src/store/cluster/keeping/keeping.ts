import { randomUUID } from 'node:crypto';
import type { Keeping } from '../../keeping.js';
import { SCHEMA_VERSION } from '../analytics/schema.js';
import { prune, settle, type KeepingParts } from './prune.js';
import { rebuild } from './rebuild.js';

export function keepingOf(parts: KeepingParts): Keeping {
  const { sql, logs, documents, meta } = parts;
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
      await documents.put('touched', { value: randomUUID() });
      await sql.row('SELECT 1 AS one');
    },
    settled: () => settle(logs),
    prune: (day) => prune(parts, day),
    rebuild: (progress) => rebuild(parts, progress),
  };
}
