import type { Delivery, Webhook, Webhooks } from '../webhooks.js';
import { withoutNulls, type Connection } from './connection.js';

type DeliveryRow = Omit<Delivery, 'after' | 'reason'> & { after: string | null; reason: string | null };

export function readWebhooks(sql: Connection): Pick<Webhooks, 'list' | 'deliveries'> {
  return {
    list: async (publisher) =>
      sql.all<Webhook>(
        `SELECT id, publisher, url, secret, created_day AS createdDay, state, cursor FROM webhooks
         WHERE publisher = ?1 OR ?1 IS NULL ORDER BY id`,
        publisher ?? null,
      ),
    deliveries: async ({ webhook = null, publisher = null, state = null, limit }) =>
      sql
        .all<DeliveryRow>(
          `SELECT d.id, webhook, after, until, events, d.state, attempts, next_at AS nextAt, reason, day
           FROM deliveries d JOIN webhooks w ON w.id = webhook
           WHERE (webhook = ?1 OR ?1 IS NULL) AND (publisher = ?2 OR ?2 IS NULL) AND (d.state = ?3 OR ?3 IS NULL)
           ORDER BY n LIMIT ?4`,
          webhook,
          publisher,
          state,
          limit,
        )
        .map(withoutNulls),
  };
}

export function writeWebhooks(sql: Connection) {
  return {
    save({ id, publisher, url, secret, createdDay, state, cursor }: Webhook): void {
      sql.run(
        `INSERT INTO webhooks (id, publisher, url, secret, created_day, state, cursor) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET url = excluded.url, secret = excluded.secret, state = excluded.state,
           cursor = excluded.cursor WHERE publisher = excluded.publisher`,
        id,
        publisher,
        url,
        secret,
        createdDay,
        state,
        cursor,
      );
    },
    setState(publisher: string, id: string, state: Webhook['state']): boolean {
      return sql.run('UPDATE webhooks SET state = ? WHERE publisher = ? AND id = ?', state, publisher, id) > 0;
    },
    remove(publisher: string, id: string): boolean {
      const mine = sql.get('SELECT 1 FROM webhooks WHERE publisher = ? AND id = ?', publisher, id);
      if (!mine) return false;
      sql.run('DELETE FROM deliveries WHERE webhook = ?', id);
      return sql.run('DELETE FROM webhooks WHERE id = ?', id) > 0;
    },
    enqueue({ id, webhook, after, until, events, state, attempts, nextAt, reason, day }: Delivery): void {
      sql.run(
        `INSERT INTO deliveries (id, webhook, after, until, events, state, attempts, next_at, reason, day)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        webhook,
        after ?? null,
        until,
        events,
        state,
        attempts,
        nextAt,
        reason ?? null,
        day,
      );
      sql.run('UPDATE webhooks SET cursor = ? WHERE id = ?', until, webhook);
    },
    update({ id, state, attempts, nextAt, reason }: Delivery): void {
      sql.run(
        'UPDATE deliveries SET state = ?, attempts = ?, next_at = ?, reason = ? WHERE id = ?',
        state,
        attempts,
        nextAt,
        reason ?? null,
        id,
      );
    },
    delivered(id: string): void {
      sql.run('DELETE FROM deliveries WHERE id = ?', id);
    },
  };
}
