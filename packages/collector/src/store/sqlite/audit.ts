import type { Audit, AuditEntry } from '../audit.js';
import { withoutNulls, type Connection } from './connection.js';

type Row = Pick<AuditEntry, 'day' | 'actor' | 'action'> & {
  n: number;
  publisher: string | null;
  subject: string | null;
};

export function readAudit(sql: Connection): Pick<Audit, 'list'> {
  return {
    list: async ({ publisher = null, before = null, limit }) =>
      sql
        .all<Row>(
          `SELECT n, day, actor, publisher, action, subject FROM audit
           WHERE (publisher = ?1 OR ?1 IS NULL) AND (n < ?2 OR ?2 IS NULL) ORDER BY n DESC LIMIT ?3`,
          publisher,
          before,
          limit,
        )
        .map(withoutNulls),
  };
}

export function writeAudit(sql: Connection) {
  return {
    add({ day, actor, publisher, action, subject }: AuditEntry): void {
      sql.run(
        'INSERT INTO audit (day, actor, publisher, action, subject) VALUES (?, ?, ?, ?, ?)',
        day,
        actor,
        publisher ?? null,
        action,
        subject ?? null,
      );
    },
  };
}
