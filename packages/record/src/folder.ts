import * as v from 'valibot';
import { RecordError } from './errors.js';
import { isSecureOrigin, isSecureUrl } from './origin.js';
import { parse, urn } from './schema.js';

/** Where a publisher's descriptor stands on its origin. */
export const FOLDER_PATH = '/.well-known/pullquote.json';
/** The files beside it, relative to the origin. */
export const recordPath = (digest: string) => `/.well-known/pullquote/records/${digest}.jws`;
export const tombstonePath = (digest: string) => `/.well-known/pullquote/tombstones/${digest}.jws`;
export const STATUS_PATH = '/.well-known/pullquote/status.jwt';

const url = v.pipe(v.string(), v.maxLength(2_000), v.check(isSecureUrl, 'must be an absolute https URL'));
const origin = v.pipe(v.string(), v.check(isSecureOrigin, 'must be an https origin without a path'));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** 256 bits: canonical, because keys are told apart by these texts. */
const coordinate = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'must be 256 bits in base64url'),
);

export const publicKeySchema = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: coordinate,
  y: coordinate,
  kid: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  alg: v.literal('ES256'),
  use: v.literal('sig'),
});
export const keySetSchema = v.object({ keys: v.pipe(v.array(publicKeySchema), v.minLength(1), v.maxLength(10)) });

/** A record's identity, in the one spelling that it has. */
export const digestSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'must be 128 bits in base64url'));

export const catalogueEntrySchema = v.object({
  id: urn,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  url,
  /** Payload digest: the record stands at {@link recordPath}. */
  digest: digestSchema,
  /** True once withdrawn: then only the tombstone at {@link tombstonePath} is left. */
  withdrawn: v.optional(v.boolean()),
});
export type CatalogueEntry = v.InferOutput<typeof catalogueEntrySchema>;

/** As many as a status list has places. */
const MAX_CATALOGUE = 131_072;

/** `/.well-known/pullquote.json`: who the publisher is, its keys, and everything that it has published. */
export const publisherFolderSchema = v.object({
  schema: v.literal('pullquote-publisher/1'),
  name,
  origin,
  /** Keys that sign records and tombstones. */
  jwks: keySetSchema,
  /** Keys that sign the status list; never the same keys. */
  statusJwks: keySetSchema,
  /** URL of the status list; its path is always {@link STATUS_PATH}. */
  status: url,
  /** Collector that takes this publisher's events; without it nothing is sent. */
  events: v.optional(url),
  /** Communities that this publisher's own pages may lead to. */
  communities: v.optional(v.pipe(v.array(v.object({ name, share: url })), v.maxLength(100))),
  catalogue: v.pipe(v.array(catalogueEntrySchema), v.maxLength(MAX_CATALOGUE)),
});
export type PublisherFolder = v.InferOutput<typeof publisherFolderSchema>;

/** @throws RecordError `folder`, with one issue per wrong field */
export function parsePublisherFolder(input: unknown): PublisherFolder {
  return parse(publisherFolderSchema, input, 'folder');
}

/**
 * One entry alone, for whoever reads a long catalogue in pieces; `i` is its place.
 * @throws RecordError `folder`, with one issue per wrong field
 */
export function parseCatalogueEntry(input: unknown, i: number): CatalogueEntry {
  if (i >= MAX_CATALOGUE)
    throw new RecordError('folder', `catalogue: holds more than ${MAX_CATALOGUE} entries`, [
      `catalogue: must hold at most ${MAX_CATALOGUE} entries`,
    ]);
  return parse(catalogueEntrySchema, input, 'folder', `catalogue.${i}`);
}
