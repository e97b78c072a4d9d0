import type { AccessKey, AccessKeys, Session, Sessions } from '../access-keys.js';
import { withoutNulls, type Connection } from './connection.js';

type Nullable<T> = { [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };

const KEY = `SELECT id, name, scope, publisher, created_day AS createdDay, last_day AS lastDay, used_day AS usedDay,
  revoked_day AS revokedDay FROM access_keys`;

export function readAccessKeys(sql: Connection): Pick<AccessKeys, 'byHash' | 'list'> {
  return {
    async byHash(hash) {
      const row = sql.get<Nullable<AccessKey>>(`${KEY} WHERE hash = ?`, hash);
      return row && withoutNulls(row);
    },
    list: async () => sql.all<Nullable<AccessKey>>(`${KEY} ORDER BY created_day, id`).map(withoutNulls),
  };
}

export function writeAccessKeys(sql: Connection) {
  return {
    add({ id, name, scope, publisher, createdDay, lastDay }: AccessKey, hash: string): void {
      sql.run(
        `INSERT INTO access_keys (id, hash, name, scope, publisher, created_day, last_day) VALUES (?, ?, ?, ?, ?, ?, ?)`,
        id,
        hash,
        name,
        scope,
        publisher ?? null,
        createdDay,
        lastDay ?? null,
      );
    },
    revoke(id: string, day: string): boolean {
      sql.run('DELETE FROM sessions WHERE access_key = ?', id);
      return sql.run('UPDATE access_keys SET revoked_day = ? WHERE id = ? AND revoked_day IS NULL', day, id) > 0;
    },
    used(id: string, day: string): void {
      sql.run('UPDATE access_keys SET used_day = ? WHERE id = ? AND used_day IS NOT ?', day, id, day);
    },
  };
}

export function readSessions(sql: Connection): Pick<Sessions, 'byHash'> {
  return {
    async byHash(hash) {
      const row = sql.get<Session>('SELECT access_key AS key, last_day AS lastDay FROM sessions WHERE hash = ?', hash);
      return row && { ...row };
    },
  };
}

export function writeSessions(sql: Connection) {
  return {
    add(hash: string, { key, lastDay }: Session): void {
      sql.run('INSERT INTO sessions (hash, access_key, last_day) VALUES (?, ?, ?)', hash, key, lastDay);
    },
    remove(hash: string): void {
      sql.run('DELETE FROM sessions WHERE hash = ?', hash);
    },
    removeBefore(day: string): void {
      sql.run('DELETE FROM sessions WHERE last_day < ?', day);
    },
  };
}
