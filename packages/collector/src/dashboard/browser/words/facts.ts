/** Crowd facts as a publisher reads them. One that came later than this page is shown by its code. */
const WORDS: Readonly<Record<string, string>> = {
  viewed: 'Viewed a card',
  'label-expanded': 'Opened the source label',
  'pi-opened': 'Opened the prescribing information',
  'citation-opened': 'Opened a citation',
  'source-opened': 'Opened the source',
  copied: 'Copied it',
  printed: 'Printed it',
  downloaded: 'Downloaded it',
  saved: 'Saved it',
  'e-mailed': 'E-mailed it',
  'sent-privately': 'Sent it privately',
  'share-removed': 'Removed a share of their own',
  'recall-seen': 'Saw that it is withdrawn',
  'stale-seen': 'Saw that there is a newer version',
  'superseding-opened': 'Opened the newer version',
  'signature-failed': 'Saw a signature that does not hold',
  'ae-link-opened': 'Opened an adverse-event reporting link (not an adverse event report)',
};

export function factWords(code: string): string {
  if (Object.hasOwn(WORDS, code)) return WORDS[code] ?? code;
  const [kind, rest] = code.split(/\.(.*)/);
  if (kind === 'media-progress') return `Played ${rest} % of it`;
  return code;
}

/** `general-practice` → General practice */
export function specialtyWords(specialty: string): string {
  const words = specialty.replaceAll('-', ' ');
  return words === 'other' ? 'Any other' : words.charAt(0).toUpperCase() + words.slice(1);
}
