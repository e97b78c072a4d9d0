import * as v from 'valibot';
import { digestSchema } from './folder.js';
import { isSecureOrigin, isSecureUrl } from './origin.js';
import { parse, urn } from './schema.js';

const url = v.pipe(v.string(), v.maxLength(2_000), v.check(isSecureUrl, 'must be an absolute https URL'));

/** What is left of a withdrawn item: no excerpt, no label, only why it went and where to turn. */
export const tombstoneSchema = v.object({
  schema: v.literal('pullquote-tombstone/1'),
  iss: v.pipe(v.string(), v.check(isSecureOrigin, "must be the publisher's https origin")),
  id: urn,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Payload digest (128 bits) of the record that was withdrawn. */
  digest: digestSchema,
  canonicalUrl: url,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  reason: v.pipe(v.string(), v.minLength(1, 'a reason is needed: readers will see it'), v.maxLength(2_000)),
  replacement: v.optional(url),
  aeReportingUrl: v.optional(url),
  /** Seconds since 1970. */
  iat: v.pipe(v.number(), v.integer()),
});
export type Tombstone = v.InferOutput<typeof tombstoneSchema>;

/** @throws RecordError `folder` */
export function parseTombstone(input: unknown): Tombstone {
  return parse(tombstoneSchema, input, 'folder');
}
