/** Characters that reorder or hide the text around them (Unicode bidi controls, zero-width marks), and control characters. */
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Text from a record → one line of inert text: no bidi override, no control character, single spaces. */
export function clean(text: string): string {
  return text.replace(UNSAFE, '').replace(/\s+/g, ' ').trim();
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2014-01-13` → `13 Jan 2014`. Written out here, not by Intl: stored labels are compared with recomputed ones. */
export function formatDate(iso: string): string {
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
