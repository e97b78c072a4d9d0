import type { StatusList } from '@pullquote/record';
import type { Database } from './database.js';
import { stateIn } from './state.js';

export interface HeldList {
  readonly uri: string;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
  readonly token: string;
  /** When the publisher last confirmed it, in milliseconds since 1970. */
  readonly checked: number;
}

/** The last good status list of each publisher, and what it said of each version that is held. */
export class Lists {
  constructor(private readonly db: Database) {}

  held(publisher: string): HeldList | undefined {
    return this.db.get('SELECT uri, iat, exp, token, checked FROM status_list WHERE publisher = ?', publisher);
  }

  /** By its address, and only of a publisher that is listed. */
  byUri(uri: string): HeldList | undefined {
    return this.db.get(
      `SELECT l.uri, l.iat, l.exp, l.token, l.checked FROM status_list l JOIN publisher p ON p.origin = l.publisher
       WHERE l.uri = ? AND p.listed = 1 AND p.record_keys IS NOT NULL`,
      uri,
    );
  }

  confirm(publisher: string, now: number): void {
    this.db.run('UPDATE status_list SET checked = ? WHERE publisher = ?', now, publisher);
  }

  /** Keeps a verified list and applies it. @returns how many versions became withdrawn */
  take(publisher: string, list: StatusList, token: string, now: number): number {
    return this.db.transaction(() => {
      this.db.run(
        'INSERT OR REPLACE INTO status_list (publisher, uri, iat, exp, token, checked) VALUES (?, ?, ?, ?, ?, ?)',
        publisher,
        list.uri,
        list.iat,
        list.exp,
        token,
        now,
      );
      let withdrawn = 0;
      const versions = this.db.all<{ digest: string; idx: number; state: string | null }>(
        'SELECT digest, idx, state FROM version WHERE publisher = ? AND idx IS NOT NULL',
        publisher,
      );
      for (const { digest, idx, state } of versions) {
        const next = stateIn(list, idx);
        if (next !== state) this.db.run('UPDATE version SET state = ? WHERE digest = ?', next, digest);
        if (next === 'withdrawn')
          withdrawn += this.db.run(
            'INSERT OR IGNORE INTO withdrawn (digest, publisher) VALUES (?, ?)',
            digest,
            publisher,
          );
      }
      return withdrawn;
    });
  }
}
