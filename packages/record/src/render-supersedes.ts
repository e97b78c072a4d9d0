import { read, type RenderRecord, type Shape } from './render-record.js';

const SUPERSEDES: Shape = { fields: { 'supersedes?': { fields: { id: 'text', version: 'number' } } } };

/** What a record says that it takes the place of. @throws RecordError `record` */
export function readSupersedes(record: RenderRecord): RenderRecord['supersedes'] {
  return read<RenderRecord>(record, SUPERSEDES).supersedes;
}
