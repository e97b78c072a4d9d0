/**
 * What may not stand in a label, because it shows nothing and changes what is read around it: bidi and other format
 * characters, control characters that are no white space, and halves of a character, which no UTF-8 text can hold.
 */
const UNSAFE = /[\p{Cf}\p{Cs}]|(?!\s)\p{Cc}/gu;

/** Text from a record → one line of inert text: no bidi override, no control character, single spaces. */
export function clean(text: string): string {
  return text.replace(UNSAFE, '').replace(/\s+/g, ' ').trim();
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2014-01-13` → `13 Jan 2014`. Written out here, not by Intl: stored labels are compared with recomputed ones. */
export function formatDate(iso: string): string;
export function formatDate(iso: string | undefined): string | undefined;
export function formatDate(iso: string | undefined): string | undefined {
  if (!iso) return undefined;
  const [year, month, day] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** `['US', 'UK', 'DE']` → `US, UK and DE` */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The country as readers write it: the United Kingdom's ISO code is GB, its doctors say UK. */
export function countryWord(code: string): string {
  return code === 'GB' ? 'UK' : code;
}

/** The last second of the year 9999: dates beyond it have no four-digit year, and some cannot be written at all. */
const LAST = 253_402_300_799;

/** Seconds since 1970 → the UTC day. */
export function isoDate(seconds: number): string {
  return new Date(Math.min(Math.max(seconds, 0), LAST) * 1000).toISOString().slice(0, 10);
}
