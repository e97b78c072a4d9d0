import type { Catalogue, CatalogueItem } from '../catalogue.js';
import type { Connection } from './connection.js';

interface Row {
  readonly item: string;
  readonly version: number;
  readonly title: string | null;
  readonly since: string;
  readonly iat: number | null;
  readonly day: string | null;
  readonly reason: string | null;
}

export function readCatalogue(sql: Connection): Pick<Catalogue, 'read'> {
  return {
    async read(publisher) {
      const read = sql.get<{ day: string }>('SELECT day FROM catalogue_read WHERE publisher = ?', publisher);
      return { ...(read ? { readDay: read.day } : {}), items: itemsOf(sql, publisher) };
    },
  };
}

/** Call it inside a transaction. */
export function writeCatalogue(sql: Connection) {
  return {
    save(publisher: string, items: readonly CatalogueItem[], day: string): void {
      const before = new Map(itemsOf(sql, publisher).map((known) => [keyOf(known), known]));
      sql.run('DELETE FROM catalogue WHERE publisher = ?', publisher);
      for (const { item, version, title, since, recall } of items) {
        const known = before.get(keyOf({ item, version }));
        const kept = recall ?? known?.recall;
        sql.run(
          `INSERT INTO catalogue (publisher, item, version, title, since, recall_iat, recall_day, recall_reason)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          publisher,
          item,
          version,
          title ?? known?.title ?? null,
          known?.since ?? since,
          kept?.iat ?? null,
          kept?.day ?? null,
          kept?.reason ?? null,
        );
      }
      sql.run(
        'INSERT INTO catalogue_read (publisher, day) VALUES (?, ?) ON CONFLICT DO UPDATE SET day = excluded.day',
        publisher,
        day,
      );
    },
  };
}

function itemsOf(sql: Connection, publisher: string): CatalogueItem[] {
  return sql
    .all<Row>(
      `SELECT item, version, title, since, recall_iat AS iat, recall_day AS day, recall_reason AS reason FROM catalogue
       WHERE publisher = ? ORDER BY item, version`,
      publisher,
    )
    .map(({ item, version, title, since, iat, day, reason }) => ({
      item,
      version,
      ...(title === null ? {} : { title }),
      since,
      ...(iat === null || day === null ? {} : { recall: { iat, day, ...(reason === null ? {} : { reason }) } }),
    }));
}

function keyOf({ item, version }: Pick<CatalogueItem, 'item' | 'version'>): string {
  return `${version} ${item}`;
}
