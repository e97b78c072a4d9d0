import { splitJws, type PromotionalStatus, type Readers } from '@pullquote/record';
import type { Database } from './database.js';
import { placeOf } from './place-of.js';

/** Why an item can't be shared now, or that it can. */
export type HeldState =
  'live' | 'withdrawn' | 'suspended' | 'superseded' | 'expired' | 'unchecked' | 'not-for-audience';

/** What the host knows of a reader, as `connect({ reader })` says it to the page; without it the community's own word holds. */
export interface Reader {
  /** A verified healthcare professional. */
  readonly hcp?: boolean | undefined;
  /** ISO 3166-1, two capitals. */
  readonly country?: string | undefined;
}

/** One item as the host's library shows it: its current version. */
export interface HeldItem {
  readonly url: string;
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  readonly title: string;
  /** Under the name that the moderators gave. */
  readonly publisher: { readonly origin: string; readonly name: string };
  /** Absent when only the tombstone is held. */
  readonly promotionalStatus: PromotionalStatus | undefined;
  /** Number of passages that are approved for quoting. */
  readonly excerpts: number;
  readonly state: HeldState;
}

/** What `/pq/record` and `/pq/records` answer from. */
export interface Serving {
  readonly jws: string | null;
  readonly withdrawn: 0 | 1;
  readonly tombstone: string | null;
  /** When the publisher was last reached, in milliseconds since 1970. */
  readonly checked: number | null;
}
interface Row extends Serving {
  digest: string;
  item: string;
  version: number;
  url: string;
  title: string;
  origin: string;
  name: string;
  promotional_status: PromotionalStatus | null;
  excerpts: number;
  countries: string;
  /** Null in a row of before the question was asked: then it is for verified healthcare professionals alone. */
  hcp_only: 0 | 1 | null;
  exp: number | null;
  state: string | null;
  list_exp: number | null;
}

const SELECT = `SELECT v.*, p.origin, p.name, p.checked, l.exp AS list_exp, w.digest IS NOT NULL AS withdrawn, w.tombstone
  FROM version v JOIN publisher p ON p.origin = v.publisher AND p.listed = 1 AND p.record_keys IS NOT NULL
  LEFT JOIN withdrawn w ON w.digest = v.digest LEFT JOIN status_list l ON l.publisher = v.publisher`;

/** The current version of each item, of listed publishers alone. */
export class Items {
  constructor(
    private readonly db: Database,
    private readonly community: { readonly country: string; readonly readers: Readers },
    private readonly now: () => number,
  ) {}

  shareable(reader?: Reader): HeldItem[] {
    return this.db
      .all<Row>(
        `${SELECT} WHERE v.version = (SELECT max(version) FROM version WHERE url = v.url) ORDER BY v.title, v.url`,
      )
      .map((row) => this.#item(row, reader))
      .filter((item) => item.state === 'live');
  }

  byUrl(url: string, reader?: Reader): HeldItem | undefined {
    const row = this.#row(url);
    return row && this.#item(row, reader);
  }

  serveUrl(url: string): Serving | undefined {
    return this.#row(url);
  }

  serveDigest(digest: string): Serving | undefined {
    return this.db.get<Row>(`${SELECT} WHERE v.digest = ?`, digest);
  }

  /** What took the place of a version: the latest of the same item, or else of an item that names it in `supersedes`. */
  newer(digest: string): Pick<HeldItem, 'url' | 'version' | 'digest'> | undefined {
    const old = this.db.get<Row>(`${SELECT} WHERE v.digest = ?`, digest);
    if (!old) return undefined;
    const place = placeOf({ id: old.item, version: old.version });
    const row = this.db.get<Row>(
      `${SELECT} WHERE v.publisher = ? AND ((v.item = ? AND v.version > ?) OR v.supersedes = ?)
       ORDER BY v.item = ? DESC, v.version DESC LIMIT 1`,
      old.origin,
      old.item,
      old.version,
      place,
      old.item,
    );
    return row && { url: row.url, version: row.version, digest: row.digest };
  }

  /** The publisher of a held version, or undefined: only what is in the catalogue can be counted. */
  publisherOf(item: string, version: number): string | undefined {
    return this.db.get<{ origin: string }>(
      `SELECT p.origin FROM version v JOIN publisher p ON p.origin = v.publisher AND p.listed = 1 AND p.record_keys IS NOT NULL
       WHERE v.item = ? AND v.version = ?`,
      item,
      version,
    )?.origin;
  }

  /** The title of an item's latest version, listed or not; undefined when none is held. */
  titleOf(item: string): string | undefined {
    const sql = 'SELECT title FROM version WHERE item = ? ORDER BY version DESC LIMIT 1';
    return this.db.get<{ title: string }>(sql, item)?.title;
  }

  /** The id of the item whose version stands or stood at an address. */
  idOf(url: string, version: number): string | undefined {
    return this.db.get<Row>(`${SELECT} WHERE v.url = ? AND v.version = ?`, url, version)?.item;
  }

  /** Ids of a version's approved passages; none once it is withdrawn. Its bytes were verified when they were taken. */
  excerptsOf(item: string, version: number): string[] {
    const jws = this.db.get<Row>(`${SELECT} WHERE v.item = ? AND v.version = ?`, item, version)?.jws;
    if (jws === null || jws === undefined) return [];
    const record = JSON.parse(new TextDecoder().decode(splitJws(jws).payload)) as {
      excerpts?: readonly { id: string }[];
    };
    return (record.excerpts ?? []).map(({ id }) => id);
  }

  #row(url: string): Row | undefined {
    return this.db.get<Row>(`${SELECT} WHERE v.url = ? ORDER BY v.version DESC LIMIT 1`, url);
  }

  #item(row: Row, reader: Reader = {}): HeldItem {
    return {
      url: row.url,
      id: row.item,
      version: row.version,
      digest: row.digest,
      title: row.title,
      publisher: { origin: row.origin, name: row.name },
      promotionalStatus: row.promotional_status ?? undefined,
      excerpts: row.excerpts,
      state: this.#state(row, reader),
    };
  }

  /** In the order of what a card says (DESIGN.md section 6). Whatever isn't plainly live is not. */
  #state(row: Row, reader: Reader): HeldState {
    const seconds = this.now() / 1000;
    if (row.withdrawn) return 'withdrawn';
    if (row.jws === null || row.exp === null || row.list_exp === null || row.list_exp <= seconds) return 'unchecked';
    if (row.state === 'suspended') return 'suspended';
    if (row.exp <= seconds) return 'expired';
    if (row.state === 'superseded') return 'superseded';
    if (this.#gated(row, reader)) return 'not-for-audience';
    return row.state === 'live' ? 'live' : 'unchecked';
  }

  #gated({ countries, hcp_only }: Row, { country, hcp }: Reader): boolean {
    if (!(JSON.parse(countries) as string[]).includes(country ?? this.community.country)) return true;
    return hcp_only !== 0 && !(hcp ?? this.community.readers === 'verified-hcp');
  }
}
