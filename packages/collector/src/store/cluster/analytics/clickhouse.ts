import { ClickHouseLogLevel, createClient, type ClickHouseClient } from '@clickhouse/client';
import { PATIENCE_MS, said } from '../connect.js';

/** Rewriting or summing up whole tables takes longer than a batch may wait. */
const LONG_MS = 600_000;
const WRONG = 'store.analytics';
const CLOSED: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE']);

/**
 * ClickHouse over HTTP. Nothing here needs more than version 18.16, which knows no parameters in queries: values become literals.
 * Every row that is read is an object of the columns that the query names.
 */
export class ClickHouse {
  readonly #quick: ClickHouseClient;
  readonly #long: ClickHouseClient;

  constructor(
    url: string,
    readonly database: string,
  ) {
    const client = (request_timeout: number) =>
      createClient({
        ...{ url, request_timeout, application: 'pullquote-collector', max_open_connections: 16 },
        log: { level: ClickHouseLogLevel.OFF },
        // A process that was busy for seconds has not seen that the server closed what was idle.
        keep_alive: { eagerly_destroy_stale_sockets: true },
        clickhouse_settings: { output_format_json_quote_64bit_integers: 0, max_query_size: '16000000' },
      });
    this.#quick = client(PATIENCE_MS);
    this.#long = client(LONG_MS);
  }

  /** @throws CollectorError `store` */
  rows<Row>(query: string): Promise<Row[]> {
    return sent(async () => (await this.#quick.query({ query, format: 'JSONEachRow' })).json<Row>());
  }

  async row<Row>(query: string): Promise<Row | undefined> {
    return (await this.rows<Row>(query))[0];
  }

  /** @throws CollectorError `store` */
  insert(table: string, values: readonly object[]): Promise<void> {
    return sent(async () => {
      if (values.length > 0)
        await this.#long.insert({ table: this.table(table), values: [...values], format: 'JSONEachRow' });
    });
  }

  /** @throws CollectorError `store` */
  run(query: string): Promise<void> {
    return sent(async () => void (await this.#long.command({ query })));
  }

  /** Like `rows`, for what looks at everything there is. */
  longRows<Row>(query: string): Promise<Row[]> {
    return sent(async () => (await this.#long.query({ query, format: 'JSONEachRow' })).json<Row>());
  }

  table(name: string): string {
    return `\`${this.database}\`.${name}`;
  }

  async close(): Promise<void> {
    await Promise.all([this.#quick.close(), this.#long.close()]);
  }
}

/** A connection that the server closed in that very moment is no failure: on a new one it is said again, which does no harm (schema.ts). */
function sent<T>(work: () => Promise<T>): Promise<T> {
  return said(WRONG, () =>
    work().catch((error: unknown) => {
      if (CLOSED.has((error as NodeJS.ErrnoException).code ?? '')) return work();
      throw error;
    }),
  );
}

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text as a literal. */
export function text(value: string): string {
  return `'${value.replace(/[\\'\0\n\r\t]/g, (one) => ESCAPED[one] ?? '')}'`;
}

/** `(a = 'x' AND …)` for what is asked for; without anything, what holds for every row. */
export function where(...conditions: readonly (string | undefined)[]): string {
  const some = conditions.filter((one) => one !== undefined);
  return some.length === 0 ? '1' : some.join(' AND ');
}

/** Days and weeks are compared as text; a side that is left out is open. */
export function range(column: string, { from, to }: { from?: string | undefined; to?: string | undefined }): string {
  return where(
    from === undefined ? undefined : `${column} >= ${text(from)}`,
    to === undefined ? undefined : `${column} <= ${text(to)}`,
  );
}

export function equal(column: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${column} = ${text(value)}`;
}
