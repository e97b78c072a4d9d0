import { splitJws, type OpenRecord, type StatusList, type Tombstone } from '@pullquote/record';
import { CommunityError } from '../errors.js';
import type { Database } from './database.js';
import { placeOf } from './place-of.js';
import { stateIn } from './state.js';

/** The versions that are held: the last good copy of each record, for as long as it is not withdrawn. */
export class Catalogue {
  constructor(private readonly db: Database) {}

  /** True when nothing needs to be fetched for this digest. */
  isHeld(digest: string): boolean {
    return (
      this.db.get('SELECT 1 FROM version WHERE digest = ? AND jws IS NOT NULL', digest) !== undefined ||
      this.isWithdrawn(digest)
    );
  }

  isWithdrawn(digest: string): boolean {
    return this.db.get('SELECT 1 FROM withdrawn WHERE digest = ?', digest) !== undefined;
  }

  hasTombstone(digest: string): boolean {
    return this.db.get('SELECT 1 FROM withdrawn WHERE digest = ? AND tombstone IS NOT NULL', digest) !== undefined;
  }

  /** Withdrawn versions of a publisher whose tombstone is still to be had. */
  withoutTombstone(publisher: string): string[] {
    return this.db
      .all<{ digest: string }>('SELECT digest FROM withdrawn WHERE publisher = ? AND tombstone IS NULL', publisher)
      .map((row) => row.digest);
  }

  size(publisher: string): number {
    return this.db.get<{ n: number }>('SELECT count(*) AS n FROM version WHERE publisher = ?', publisher)?.n ?? 0;
  }

  /** @throws CommunityError `id-taken`, `version-taken` or `url-taken` */
  take({ record, digest, jws }: OpenRecord, list: StatusList | undefined): void {
    const { iss, id, version, canonicalUrl, status } = record;
    const state = stateIn(list, status.idx);
    this.db.transaction(() => {
      this.#checkPlace(iss, id, version, canonicalUrl, digest);
      this.db.run(
        `INSERT OR REPLACE INTO version (digest, publisher, item, version, url, title, promotional_status, excerpts,
           countries, hcp_only, supersedes, exp, idx, state, kid, jws) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        digest,
        iss,
        id,
        version,
        canonicalUrl,
        record.title,
        record.promotionalStatus,
        record.excerpts?.length ?? 0,
        JSON.stringify(record.audience.countries),
        Number(record.reuse.requireVerifiedHcp),
        record.supersedes ? placeOf(record.supersedes) : null,
        record.exp,
        status.idx,
        state,
        kidOf(jws),
        jws,
      );
      if (state === 'withdrawn')
        this.db.run('INSERT OR IGNORE INTO withdrawn (digest, publisher) VALUES (?, ?)', digest, iss);
    });
  }

  /** Keeps a verified tombstone and lets the record's own bytes go: a withdrawn item keeps no excerpt. */
  bury({ iss, id, version, canonicalUrl, digest, title }: Tombstone, jws: string): void {
    this.db.transaction(() => {
      this.#checkPlace(iss, id, version, canonicalUrl, digest);
      this.db.run(
        `INSERT INTO version (digest, publisher, item, version, url, title, excerpts, countries)
         VALUES (?, ?, ?, ?, ?, ?, 0, '[]') ON CONFLICT (digest) DO UPDATE SET jws = NULL, excerpts = 0`,
        digest,
        iss,
        id,
        version,
        canonicalUrl,
        title,
      );
      this.db.run(
        `INSERT INTO withdrawn (digest, publisher, kid, tombstone) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET kid = excluded.kid, tombstone = excluded.tombstone`,
        digest,
        iss,
        kidOf(jws),
        jws,
      );
    });
  }

  /** An id, a version and an address mean one thing for good: whoever came first holds them. */
  #checkPlace(publisher: string, item: string, version: number, url: string, digest: string): void {
    if (this.db.get('SELECT 1 FROM version WHERE item = ? AND publisher <> ?', item, publisher))
      throw new CommunityError('id-taken', `id ${item}: another publisher holds this id here. Give the item its own.`);
    if (this.db.get('SELECT 1 FROM version WHERE item = ? AND version = ? AND digest <> ?', item, version, digest))
      throw new CommunityError(
        'version-taken',
        `version ${version} of ${item}: other content is held under this number. Give the change a new version.`,
      );
    if (this.db.get('SELECT 1 FROM version WHERE url = ? AND item <> ?', url, item))
      throw new CommunityError('url-taken', `url ${url}: another item stands there. Give each item its own address.`);
  }
}

/** Which key signed it, so that it can be fetched again once that key is dropped. */
function kidOf(jws: string): string {
  return String(splitJws(jws).header['kid']);
}
