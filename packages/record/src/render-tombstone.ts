import { read, type Shape } from './render-record.js';
import type { Tombstone } from './tombstone.js';

const TOMBSTONE: Shape = {
  fields: {
    schema: ['pullquote-tombstone/1'],
    iss: 'url',
    id: 'text',
    digest: 'text',
    canonicalUrl: 'url',
    title: 'text',
    reason: 'text',
    'replacement?': 'url',
    'aeReportingUrl?': 'url',
  },
};

/** Signed JSON → a tombstone that can be shown. @throws RecordError `record` */
export function readTombstone(input: unknown): Tombstone {
  return read<Tombstone>(input, TOMBSTONE);
}
