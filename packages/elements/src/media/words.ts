/** What is said around a record's media. */
export interface MediaWords {
  readonly kind: Readonly<Record<MediaKind, string>>;
  readonly play: string;
  readonly show: string;
  /** Which sites a click makes the browser ask; `n` of them. */
  readonly contacts: (hosts: string, n: number) => string;
  readonly chapters: string;
  readonly captions: (languages: string) => string;
  readonly megabytes: (n: string) => string;
  readonly loading: string;
  readonly checked: string;
  readonly unchecked: string;
  /** The bytes are not those that the publisher signed. */
  readonly differs: string;
  readonly blocked: string;
  readonly open: string;
}

export type MediaKind = 'video' | 'audio' | 'image' | 'pdf' | 'slides' | 'document';

export const ENGLISH_MEDIA: MediaWords = {
  kind: { video: 'Video', audio: 'Audio', image: 'Image', pdf: 'PDF', slides: 'Slides', document: 'Document' },
  play: 'Play here',
  show: 'Show here',
  contacts: (hosts, n) =>
    `Comes from ${hosts}, but only after your click. ${n === 1 ? 'That site' : 'Those sites'} will then see your address.`,
  chapters: 'Chapters',
  captions: (languages) => `captions: ${languages}`,
  megabytes: (n) => `${n} MB`,
  loading: 'Loading …',
  checked: 'Checked: this is the file that the publisher signed.',
  unchecked: 'The file itself is not checked while it plays.',
  differs: 'This is not the file that the publisher signed, so it is not shown.',
  blocked: 'It could not be shown here: this page does not allow that site, or the site did not answer.',
  open: 'Open',
};
