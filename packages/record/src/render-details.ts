import { read, type RenderRecord, type Shape } from './render-record.js';
import * as vocabulary from './vocabulary.js';

/** The fields that only the expanded label shows. */
const DETAILS: Shape = {
  fields: {
    'summary?': 'text',
    'durationS?': 'number',
    'accessGate?': vocabulary.ACCESS_GATES,
    parties: { of: { fields: { 'seat?': 'text', 'interests?': 'text', 'paid?': 'flag' } } },
    'reviewBy?': 'text',
    'citations?': { of: { fields: { 'doi?': 'text', 'pmid?': 'text', 'url?': 'url' } } },
    'translations?': { of: { fields: { lang: 'text', kind: vocabulary.TRANSLATION_KINDS } } },
    reuse: {
      fields: {
        quote: vocabulary.QUOTE_POLICIES,
        'quoteMax?': 'number',
        download: 'flag',
        print: 'flag',
        'licence?': 'text',
        'attribution?': 'text',
      },
    },
  },
};

/** A record whose compact label can be shown → one whose expanded label can be, too. @throws RecordError `record` */
export function readDetails(record: RenderRecord): RenderRecord {
  return read<RenderRecord>(record, DETAILS);
}
