import { contentSchema, isSecureUrl } from '@pullquote/record';
import * as v from 'valibot';

/** A draft's fields while they are being filled in. */
export type Fields = Record<string, unknown>;

/** What is wrong with a value of a top-level field, in the record's own words; undefined when nothing is. */
export function wrongField(name: keyof typeof contentSchema.entries, value: unknown): string | undefined {
  const result = v.safeParse(contentSchema.entries[name], value);
  return result.success ? undefined : result.issues[0].message;
}

/** An address, or a path on the publisher's own origin. */
export function wrongAddress(value: string): string | undefined {
  return /^\/(?!\/)\S*$/.test(value) || isSecureUrl(value)
    ? undefined
    : 'must be a path such as /my-item, or an absolute https URL';
}

/** Sets a value at a dotted path whose parents may not be there yet; lists must be. */
export function setAt(fields: Fields, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? path;
  let here = fields;
  for (const name of names) {
    const next = Object.hasOwn(here, name) ? here[name] : undefined;
    const inner = typeof next === 'object' && next !== null ? (next as Fields) : {};
    here[name] = inner;
    here = inner;
  }
  here[last] = value;
}

/** `US, gb` → `['US', 'GB']`. */
export function countries(text: string): string[] {
  return words(text).map((word) => word.toUpperCase());
}

export function words(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
