import { resolve } from 'node:path';
import * as v from 'valibot';
import { CollectorError } from '../errors.js';

const SQLITE = 'sqlite:';
const GIB = 1024 ** 3;

function isAddress(text: string, protocols: readonly string[]): boolean {
  try {
    const { protocol, host } = new URL(text.trim());
    return protocols.includes(protocol) && host !== '';
  } catch {
    return false;
  }
}

const file = v.pipe(
  v.string(),
  v.check(
    (text) => text.startsWith(SQLITE) && text.length > SQLITE.length,
    'must be sqlite: and a path, or log and analytics',
  ),
);
const servers = v.strictObject({
  /** NATS servers with JetStream, separated by commas. */
  log: v.pipe(
    v.string(),
    v.check(
      (text) => text.split(',').every((one) => isAddress(one, ['nats:', 'tls:'])),
      'must be nats:// or tls:// addresses, separated by commas',
    ),
  ),
  /** ClickHouse's HTTP interface. */
  analytics: v.pipe(
    v.string(),
    v.check((text) => isAddress(text, ['http:', 'https:']), 'must be an http or https address'),
  ),
  /** ClickHouse's database, and the first part of every name in NATS. */
  name: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,31}$/, 'must be a small letter, then small letters, digits and _')),
    'pullquote',
  ),
  /** Most bytes of one publisher's log. */
  logBytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1_048_576)), GIB),
  /** Most events of one publisher that may wait for ClickHouse. */
  mostWaiting: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1_000)), 500_000),
});

export const storeSetting = v.union([file, servers], 'must be sqlite: and a path, or an object with log and analytics');
type StoreSetting = v.InferOutput<typeof storeSetting>;
export type Servers = v.InferOutput<typeof servers>;

interface Places {
  readonly dataFile?: string | undefined;
  readonly store?: StoreSetting | undefined;
}

/** `store: sqlite:path` says the same as `dataFile: path`: one of the two there has to be. @throws CollectorError `config` */
export function checkStore<T extends Places>(settings: T): T {
  const { dataFile, store } = settings;
  if (store === undefined && dataFile === undefined)
    throw new CollectorError('config', 'Settings, store: is missing. Give sqlite: and a path, or log and analytics.');
  if (store !== undefined && dataFile !== undefined)
    throw new CollectorError('config', 'Settings, dataFile: store says where everything is kept. Keep one of the two.');
  return typeof store === 'string' ? { ...settings, store: undefined, dataFile: store.slice(SQLITE.length) } : settings;
}

/** A relative path stands beside the settings file. */
export function placeStore<T extends Places>(settings: T, folder: string): T {
  return settings.dataFile === undefined ? settings : { ...settings, dataFile: resolve(folder, settings.dataFile) };
}

/** The servers of these settings, where there are some. */
export function serversOf({ store }: Places): Servers | undefined {
  return typeof store === 'object' ? store : undefined;
}

/** @throws CollectorError `usage` where the store is no file */
export function fileOf({ dataFile }: Places, command: string): string {
  if (dataFile !== undefined) return dataFile;
  throw new CollectorError(
    'usage',
    `${command} works on the file of an embedded store. NATS and ClickHouse have their own: see docs/publishers/cluster.md.`,
  );
}
