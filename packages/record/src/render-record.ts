import { RecordError } from './errors.js';
import { isSecureUrl } from './origin.js';
import type { ContentRecord } from './schema.js';
import * as vocabulary from './vocabulary.js';

/** The same fields as a {@link ContentRecord}, of which a browser checks only what it shows. */
export type RenderRecord = ContentRecord;

/** What a value must be: a primitive, one of a closed list, a list, a map of strings to something, or an object. */
export type Shape =
  'text' | 'number' | 'flag' | 'url' | readonly string[] | { readonly of: Shape } | { readonly each: Shape } | Fields;
/** A key that ends in `?` may be missing. */
interface Fields {
  readonly fields: Readonly<Record<string, Shape>>;
}

const texts: Shape = { of: 'text' };
const byCountry: Shape = { each: 'text' };

const RECORD: Shape = {
  fields: {
    schema: ['pullquote/1'],
    iss: 'url',
    exp: 'number',
    id: 'text',
    version: 'number',
    language: 'text',
    canonicalUrl: 'url',
    title: 'text',
    contentType: vocabulary.CONTENT_TYPES,
    promotionalStatus: vocabulary.PROMOTIONAL_STATUSES,
    labelStatus: vocabulary.LABEL_STATUSES,
    audience: { fields: { roles: texts, 'specialties?': texts, countries: texts, 'excluded?': texts } },
    parties: {
      of: {
        fields: { role: vocabulary.PARTY_ROLES, name: 'text' },
      },
    },
    involvement: byCountry,
    'products?': {
      of: {
        fields: {
          'brand?': 'text',
          generic: 'text',
          'strengthForm?': 'text',
          'additionalMonitoring?': { each: 'flag' },
          'legalClass?': byCountry,
          'piUrl?': { each: 'url' },
          'piDate?': 'text',
          'boxedWarning?': byCountry,
          'safety?': byCountry,
          'obligatory?': byCountry,
        },
      },
    },
    'aeReporting?': {
      each: { fields: { text: 'text', 'authorityUrl?': 'url', 'company?': 'text', 'tel?': 'text', 'email?': 'text' } },
    },
    'approvals?': { of: { fields: { country: 'text', scheme: vocabulary.APPROVAL_SCHEMES, reference: 'text' } } },
    'datePrepared?': 'text',
    'lastRevised?': 'text',
    'citations?': { of: { fields: { n: 'number', text: 'text' } } },
    'excerpts?': {
      of: { fields: { id: 'text', text: 'text', 'mustAccompany?': 'text', 'citations?': { of: 'number' } } },
    },
    reuse: {
      fields: {
        requireVerifiedHcp: 'flag',
        reshare: 'flag',
        'maxDepth?': 'number',
        'channels?': {
          fields: { 'allow?': { of: vocabulary.CHANNEL_KINDS }, 'deny?': { of: vocabulary.CHANNEL_KINDS } },
        },
      },
    },
    status: { fields: { uri: 'url', idx: 'number' } },
  },
};

/** Longest text that a browser will lay out; the full schema, which servers run, is stricter. */
const LONGEST = 20_000;

/** Signed JSON → a record whose compact label can be shown; `readDetails` is for the rest. Unknown values of closed lists are refused. @throws RecordError `record` */
export function readRecord(input: unknown): RenderRecord {
  return read<RenderRecord>(input, RECORD);
}

/** A value of this shape, or a refusal that names the first field that does not fit. @throws RecordError `record` */
export function read<T>(input: unknown, shape: Shape): T {
  const wrong = misfit(input, shape, '');
  if (wrong !== undefined)
    throw new RecordError('record', `This record cannot be shown: ${wrong || 'it'} is missing or not of a known kind.`);
  return input as T;
}

/** The path of the first value that does not fit, or undefined when all of them do. */
function misfit(value: unknown, shape: Shape, path: string): string | undefined {
  if (shape === 'text') return typeof value === 'string' && value.length <= LONGEST ? undefined : path;
  if (shape === 'url') return typeof value === 'string' && isSecureUrl(value) ? undefined : path;
  if (shape === 'number') return typeof value === 'number' ? undefined : path;
  if (shape === 'flag') return typeof value === 'boolean' ? undefined : path;
  if ('of' in shape) return Array.isArray(value) ? first(value.entries(), shape.of, path) : path;
  if (!('fields' in shape || 'each' in shape)) return shape.includes(value as string) ? undefined : path;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return path;
  if ('each' in shape) return first(Object.entries(value), shape.each, path);
  for (const [name, inner] of Object.entries(shape.fields)) {
    const key = name.replace('?', '');
    const field = (value as Record<string, unknown>)[key];
    if (field === undefined && key !== name) continue;
    const wrong = misfit(field, inner, `${path}.${key}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function first(entries: Iterable<readonly [string | number, unknown]>, shape: Shape, path: string): string | undefined {
  for (const [key, value] of entries) {
    const wrong = misfit(value, shape, `${path}.${key}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
