import type { Audit, AuditEntry } from '../../audit.js';
import { encodeToken } from '../names.js';
import type { Documents } from './documents.js';

const DIGITS = 12;
/** Publishers' entries stand apart by the key, so that one's list reads none of another's. */
const keyOf = (publisher: string | undefined, n: number | '*') =>
  `audit.${publisher === undefined ? '-' : encodeToken(publisher)}.${n === '*' ? n : String(n).padStart(DIGITS, '0')}`;
const numberOf = (key: string) => Number(key.slice(-DIGITS));

export function auditOf(documents: Documents): Audit {
  return {
    async add({ day, actor, publisher, action, subject }) {
      const n = await documents.change<{ n: number }, number>('audit-last', (before) => {
        const next = (before?.n ?? 0) + 1;
        return { after: { n: next }, result: next };
      });
      await documents.put(keyOf(publisher, n), { day, actor, publisher, action, subject });
    },
    async list({ publisher, before = Infinity, limit }) {
      const keys = await documents.keys(publisher === undefined ? 'audit.*.*' : keyOf(publisher, '*'));
      const chosen = keys
        .filter((key) => numberOf(key) < before)
        .sort((a, b) => numberOf(b) - numberOf(a))
        .slice(0, limit);
      const entries = await Promise.all(
        chosen.map(async (key) => ({ n: numberOf(key), entry: await documents.get<AuditEntry>(key) })),
      );
      return entries.flatMap(({ n, entry }) => (entry ? [{ n, ...entry }] : []));
    },
  };
}
