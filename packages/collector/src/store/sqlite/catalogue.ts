import type { DatabaseSync } from 'node:sqlite';
import type { Catalogue, CatalogueItem } from '../catalogue.js';
import { transaction } from './transaction.js';

interface Row {
  readonly item: string;
  readonly version: number;
  readonly title: string | null;
  readonly since: string;
  readonly recall_iat: number | null;
  readonly recall_day: string | null;
  readonly recall_reason: string | null;
}

/** @param write a connection that may write; reading may have one of its own */
export function createCatalogue(read: DatabaseSync, write: DatabaseSync): Catalogue {
  const saveRow = `INSERT INTO catalogue (publisher, item, version, title, since, recall_iat, recall_day, recall_reason)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  const rowsOf = (db: DatabaseSync, publisher: string) =>
    db.prepare('SELECT * FROM catalogue WHERE publisher = ? ORDER BY item, version').all(publisher) as unknown as Row[];
  return {
    async read(publisher) {
      const day = read.prepare('SELECT day FROM catalogue_read WHERE publisher = ?').get(publisher)?.['day'];
      return { ...(typeof day === 'string' ? { readDay: day } : {}), items: rowsOf(read, publisher).map(itemOf) };
    },
    async save(publisher, items, day) {
      transaction(write, () => {
        const before = new Map(rowsOf(write, publisher).map((row) => [keyOf(row), itemOf(row)]));
        write.prepare('DELETE FROM catalogue WHERE publisher = ?').run(publisher);
        const insert = write.prepare(saveRow);
        for (const { item, version, title, since, recall } of items) {
          const known = before.get(keyOf({ item, version }));
          const kept = recall ?? known?.recall;
          insert.run(
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
        write
          .prepare(
            'INSERT INTO catalogue_read (publisher, day) VALUES (?, ?) ON CONFLICT DO UPDATE SET day = excluded.day',
          )
          .run(publisher, day);
      });
    },
  };
}

function keyOf({ item, version }: Pick<CatalogueItem, 'item' | 'version'>): string {
  return `${version} ${item}`;
}

function itemOf({ item, version, title, since, recall_iat, recall_day, recall_reason }: Row): CatalogueItem {
  const recalled = recall_iat !== null && recall_day !== null;
  const reason = recall_reason === null ? {} : { reason: recall_reason };
  return {
    item,
    version,
    ...(title === null ? {} : { title }),
    since,
    ...(recalled ? { recall: { iat: recall_iat, day: recall_day, ...reason } } : {}),
  };
}
