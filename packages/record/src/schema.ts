import * as v from 'valibot';
import { RecordError } from './errors.js';
import { isSecureOrigin, isSecureUrl } from './origin.js';
import * as vocabulary from './vocabulary.js';

const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'), v.maxLength(max, `is longer than ${max} characters`));
const text = line(500);
const longText = line(20_000);
const url = v.pipe(v.string(), v.maxLength(2_000), v.check(isSecureUrl, 'must be an absolute https URL'));
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as GB (ISO 3166-1)'));
const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or pt-BR (BCP 47)'),
);
const date = v.pipe(v.string(), v.isoDate('must be a date such as 2026-01-31'));
const version = v.pipe(
  v.number(),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be 1 or more'),
  v.maxValue(1_000_000),
);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'must be a SHA-256 digest in base64url'));
const list = <T extends v.GenericSchema>(item: T, max = 200) => v.pipe(v.array(item), v.maxLength(max));
const byCountry = <T extends v.GenericSchema>(value: T) => v.record(country, value);

export const urn = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^urn:[a-z0-9][a-z0-9-]{1,31}:[A-Za-z0-9()+,\-.:=@;$_!*'%/]+$/, 'must be a URN such as urn:uuid:…'),
);
export const excerptId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9-]{1,32}$/, 'must be 1 to 32 letters, digits or hyphens'),
);

const party = v.object({
  role: v.picklist(vocabulary.PARTY_ROLES),
  name: text,
  country: v.optional(country),
  /** Registered seat, as German law asks for. */
  seat: v.optional(text),
  /** Declared interests, in the source's own words. */
  interests: v.optional(longText),
  paid: v.optional(v.boolean()),
});

const product = v.object({
  brand: v.optional(text),
  generic: text,
  strengthForm: v.optional(text),
  additionalMonitoring: v.optional(byCountry(v.boolean())),
  legalClass: v.optional(byCountry(text)),
  piUrl: v.optional(byCountry(url)),
  piDate: v.optional(date),
  boxedWarning: v.optional(byCountry(longText)),
  safety: v.optional(byCountry(longText)),
  obligatory: v.optional(byCountry(longText)),
});

const aeReporting = v.object({
  text: longText,
  authorityUrl: v.optional(url),
  company: v.optional(text),
  tel: v.optional(line(50)),
  email: v.optional(v.pipe(v.string(), v.email('must be an e-mail address'))),
});

const approval = v.object({
  country,
  scheme: v.picklist(vocabulary.APPROVAL_SCHEMES),
  reference: text,
  date,
  expires: v.optional(date),
  steps: v.optional(
    list(v.object({ function: v.picklist(vocabulary.APPROVAL_FUNCTIONS), product: v.optional(text), date })),
  ),
});

const citation = v.object({
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text: longText,
  doi: v.optional(v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI such as 10.1000/xyz'))),
  pmid: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a PubMed id: digits only'))),
  url: v.optional(url),
  peerReviewed: v.optional(v.boolean()),
});

const excerpt = v.object({
  id: excerptId,
  text: longText,
  /** Numbers of the citations it rests on. */
  citations: v.optional(list(v.pipe(v.number(), v.integer()))),
  /** Text that must stand beside it wherever it is quoted. */
  mustAccompany: v.optional(longText),
  /** SHA-256 of the UTF-8 text, base64url. */
  sha256,
});

const medium = v.object({
  url,
  mime: v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/, 'must be a media type such as video/mp4')),
  sha256,
  title: v.optional(text),
  /** Size in bytes. */
  bytes: v.optional(whole),
  /** Still picture, loaded with the player. */
  poster: v.optional(url),
  captions: v.optional(list(v.object({ lang: language, url }))),
  chapters: v.optional(list(v.object({ start: whole, title: text }))),
});

const reuse = v.object({
  channels: v.optional(
    v.object({
      allow: v.optional(list(v.picklist(vocabulary.CHANNEL_KINDS))),
      deny: v.optional(list(v.picklist(vocabulary.CHANNEL_KINDS))),
    }),
  ),
  requireVerifiedHcp: v.boolean(),
  quote: v.picklist(vocabulary.QUOTE_POLICIES),
  /** Longest free quotation in characters, for `quote: max-length`. */
  quoteMax: v.optional(whole),
  download: v.boolean(),
  print: v.boolean(),
  reshare: v.boolean(),
  maxDepth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3))),
  licence: v.optional(text),
  attribution: v.optional(text),
});

/** What a publisher describes: every field of the record except the claims that signing adds. */
export const contentSchema = v.object({
  schema: v.literal('pullquote/1'),
  id: urn,
  version,
  language,
  translations: v.optional(
    list(v.object({ lang: language, id: urn, version, kind: v.picklist(vocabulary.TRANSLATION_KINDS) })),
  ),
  canonicalUrl: url,
  title: text,
  summary: v.optional(longText),
  contentType: v.picklist(vocabulary.CONTENT_TYPES),
  durationS: v.optional(whole),
  accessGate: v.optional(v.picklist(vocabulary.ACCESS_GATES)),
  promotionalStatus: v.picklist(vocabulary.PROMOTIONAL_STATUSES),
  labelStatus: v.picklist(vocabulary.LABEL_STATUSES),
  audience: v.object({
    roles: v.pipe(list(text), v.minLength(1, 'needs at least one role')),
    specialties: v.optional(list(text)),
    countries: v.pipe(list(country, 250), v.minLength(1, 'needs at least one country')),
    excluded: v.optional(list(text)),
  }),
  parties: v.pipe(list(party, 2_000), v.minLength(1, 'needs at least one party')),
  /** Who did what, in words, per language: "Written by X. Funded and reviewed by Y." */
  involvement: v.pipe(
    v.record(language, longText),
    v.check((o) => Object.keys(o).length > 0, 'needs the statement in at least one language'),
  ),
  products: v.optional(list(product)),
  aeReporting: v.optional(byCountry(aeReporting)),
  approvals: v.optional(list(approval)),
  datePrepared: v.optional(date),
  lastRevised: v.optional(date),
  reviewBy: v.optional(date),
  citations: v.optional(list(citation, 2_000)),
  excerpts: v.optional(list(excerpt)),
  media: v.optional(list(medium)),
  reuse,
  supersedes: v.optional(v.object({ id: urn, version })),
});
export type Content = v.InferOutput<typeof contentSchema>;

/** The signed payload: the content and the claims that bind it to a publisher, a validity and a status list. */
export const recordSchema = v.object({
  ...contentSchema.entries,
  iss: v.pipe(v.string(), v.check(isSecureOrigin, "must be the publisher's https origin, without a path")),
  /** When it was issued, in seconds since 1970 (RFC 7519). */
  iat: whole,
  /** `validUntil`, in seconds since 1970. */
  exp: whole,
  status: v.object({ uri: url, idx: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(131_071)) }),
});
export type ContentRecord = v.InferOutput<typeof recordSchema>;

/**
 * A record from outside → a typed record. Unknown fields are ignored, unknown values refused.
 * @throws RecordError `record`, with one issue per wrong field
 */
export function parseRecord(input: unknown): ContentRecord {
  const record = parse(recordSchema, input, 'record');
  if (new URL(record.canonicalUrl).origin !== record.iss) {
    throw new RecordError('record', `canonicalUrl: must be on the publisher's own origin ${record.iss}`, [
      'canonicalUrl: must be on the origin of iss',
    ]);
  }
  const written = new URL(record.canonicalUrl);
  written.hash = '';
  if (written.href !== record.canonicalUrl) {
    // Links carry the address as browsers write it, and a record is found by it.
    throw new RecordError('record', `canonicalUrl: write it as ${written.href}`, [
      `canonicalUrl: must be written as browsers write it, without a fragment: ${written.href}`,
    ]);
  }
  return record;
}

/** Validates with a schema; every issue names its field, below `at` if given. @throws RecordError with the given code */
export function parse<T extends v.GenericSchema>(
  schema: T,
  input: unknown,
  code: RecordError['code'],
  at?: string,
): v.InferOutput<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => {
    const path = [at, v.getDotPath(issue)].filter((part) => typeof part === 'string').join('.');
    return `${path || '(top level)'}: ${issue.message}`;
  });
  throw new RecordError(code, `Not a valid ${code}: ${issues.slice(0, 5).join('; ')}`, issues);
}
