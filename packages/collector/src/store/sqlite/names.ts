import type { Connection } from './connection.js';

/** More names than this are not remembered: whoever sends so many must not fill the memory. */
const MOST = 20_000;

/** Origins and URNs → their numbers in the file; new ones are added. Only inside a transaction. */
export class Names {
  readonly #known = new Map<string, number>();

  constructor(private readonly sql: Connection) {}

  publisher(origin: string): number {
    return this.#number(
      `p ${origin}`,
      'INSERT INTO publishers (origin) VALUES (?) ON CONFLICT DO UPDATE SET origin = origin RETURNING num',
      origin,
    );
  }

  community(origin: string): number {
    return this.#number(
      `c ${origin}`,
      'INSERT INTO sources (origin) VALUES (?) ON CONFLICT DO UPDATE SET origin = origin RETURNING num',
      origin,
    );
  }

  item(publisher: number, urn: string): number {
    return this.#number(
      `i ${publisher} ${urn}`,
      'INSERT INTO items (publisher, urn) VALUES (?, ?) ON CONFLICT DO UPDATE SET urn = urn RETURNING num',
      publisher,
      urn,
    );
  }

  /** After a rollback: numbers that it took back must not be used. */
  forget(): void {
    this.#known.clear();
  }

  #number(key: string, sql: string, ...values: (string | number)[]): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const row = this.sql.get<{ num: number }>(sql, ...values);
    if (!row) throw new Error('A name has got no number.');
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, row.num);
    return row.num;
  }
}
