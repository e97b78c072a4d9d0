import { read, type RenderRecord, type Shape } from './render-record.js';

export type Medium = NonNullable<RenderRecord['media']>[number];

const MEDIA: Shape = {
  fields: {
    'media?': {
      of: {
        fields: {
          url: 'url',
          mime: 'text',
          sha256: 'text',
          'title?': 'text',
          'bytes?': 'number',
          'poster?': 'url',
          'captions?': { of: { fields: { lang: 'text', url: 'url' } } },
          'chapters?': { of: { fields: { start: 'number', title: 'text' } } },
        },
      },
    },
  },
};

/** A record's media, once a browser may show them. @throws RecordError `record` */
export function readMedia(record: RenderRecord): readonly Medium[] {
  return read<RenderRecord>(record, MEDIA).media ?? [];
}
