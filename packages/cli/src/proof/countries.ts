import { labelModel, type ContentRecord, type Label } from '@pullquote/record';

/** Readers who see the same label. */
export interface Readers {
  /** ISO 3166-1 codes. */
  readonly countries: readonly string[];
  /** `GB, IE`: how the page calls them. */
  readonly name: string;
}

/** The audience's countries, those together whose readers see the same in every line. */
export function readersOf(record: ContentRecord): Readers[] {
  const groups = new Map<string, string[]>();
  for (const country of new Set(record.audience.countries)) {
    const seen = JSON.stringify(labelOf(record, country, 'verified', undefined));
    groups.set(seen, [...(groups.get(seen) ?? []), country]);
  }
  return [...groups.values()].map((countries) => ({ countries, name: countries.join(', ') }));
}

/** The label as one of them sees it. */
export function labelOf(
  record: ContentRecord,
  country: string,
  state: Label['state']['name'],
  excerpt: string | undefined,
): Label {
  return labelModel(record, { state, country, excerpt });
}

export function countryOf({ countries }: Readers): string {
  return countries[0] ?? 'ZZ';
}
