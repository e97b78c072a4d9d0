import type { Campaign, Campaigns } from '../campaigns.js';
import { withoutNulls, type Connection } from './connection.js';

export function readCampaigns(sql: Connection): Pick<Campaigns, 'list'> {
  return {
    list: async (publisher) =>
      sql
        .all<Omit<Campaign, 'item'> & { item: string | null }>(
          `SELECT id, name, kind, first_day AS firstDay, last_day AS lastDay, item FROM campaigns
           WHERE publisher = ? ORDER BY first_day, id`,
          publisher,
        )
        .map(withoutNulls),
  };
}

export function writeCampaigns(sql: Connection) {
  return {
    save(publisher: string, { id, name, kind, firstDay, lastDay, item }: Campaign): void {
      sql.run(
        `INSERT OR REPLACE INTO campaigns (publisher, id, name, kind, first_day, last_day, item)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        publisher,
        id,
        name,
        kind,
        firstDay,
        lastDay,
        item ?? null,
      );
    },
    remove(publisher: string, id: string): boolean {
      return sql.run('DELETE FROM campaigns WHERE publisher = ? AND id = ?', publisher, id) > 0;
    },
  };
}
