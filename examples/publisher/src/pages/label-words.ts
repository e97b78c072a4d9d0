import type { Item } from 'pullquote';

type Content = Item['content'];

/** `promotional` → `Promotional`: the closed lists of a record, as a reader says them. */
export function words(value: string): string {
  const spaced = value.replace(/-/g, ' ').replace(/^non promotional$/, 'non-promotional');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function audienceWords({ audience }: Content): string {
  const countries = audience.countries.map((code) => (code === 'GB' ? 'UK' : code)).join(' and ');
  return `For ${countries} ${audience.roles.join(', ')}`;
}

/** `2014-01-13` → `13 January 2014` */
export function dateWords(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
}
