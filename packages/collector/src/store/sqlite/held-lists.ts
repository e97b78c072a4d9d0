import type { HeldLists, HeldRow } from '../held-lists.js';
import type { Connection } from './connection.js';
import { FIRST, LAST } from './counters.js';

const FROM = `FROM held JOIN sources ON num = community
  WHERE publisher = (SELECT num FROM publishers WHERE origin = ?1)`;

export function readHeldLists(sql: Connection): HeldLists {
  return {
    // With max() or min() alone, SQLite takes the other columns from the row where it stands.
    latest: async (publisher) =>
      sql.all<HeldRow>(
        `SELECT origin AS community, list, max(day) AS day, iat ${FROM} GROUP BY list, community ORDER BY list, origin`,
        publisher,
      ),
    since: async (publisher, list, iat) =>
      sql.all<HeldRow>(
        `SELECT origin AS community, list, min(day) AS day, iat ${FROM} AND list = ?2 AND iat >= ?3
         GROUP BY community ORDER BY min(day), origin`,
        publisher,
        list,
        iat,
      ),
    days: async (publisher, { list = null, from = FIRST, to = LAST } = {}) =>
      sql.all<HeldRow>(
        `SELECT origin AS community, list, day, iat ${FROM} AND (list = ?2 OR ?2 IS NULL) AND day BETWEEN ?3 AND ?4
         ORDER BY list, origin, day`,
        publisher,
        list,
        from,
        to,
      ),
  };
}
