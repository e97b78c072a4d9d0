/**
 * What may not stand in a label, because it shows nothing and changes what is read around it: bidi and other format
 * characters, control characters that are no white space, and halves of a character, which no UTF-8 text can hold.
 */
const UNSAFE = /[\p{Cf}\p{Cs}]|(?!\s)\p{Cc}/gu;

/** Text from a record → one line of inert text: no bidi override, no control character, single spaces. */
export function clean(text: string): string {
  return text.replace(UNSAFE, '').replace(/\s+/g, ' ').trim();
}

/** The last second of the year 9999: dates beyond it have no four-digit year, and some cannot be written at all. */
const LAST = 253_402_300_799;

/** Seconds since 1970 → the UTC day. */
export function isoDate(seconds: number): string {
  return new Date(Math.min(Math.max(seconds, 0), LAST) * 1000).toISOString().slice(0, 10);
}
