import { PROMOTIONAL_STATUSES, renderMarker, type ItemLink } from '@pullquote/record';
import { missing } from '../record/survival/check.js';
import { itemFor } from '../record/survival/item.js';
import { COUNTRIES, expectedOf, type Expected } from '../record/survival/table.js';

/** A marker for every promotional status in eight countries, with all that must be left of it. */
export interface MarkerCase {
  readonly name: string;
  readonly html: string;
  readonly link: ItemLink;
  readonly expected: readonly Expected[];
}

export async function markerCases(): Promise<MarkerCase[]> {
  const cases: MarkerCase[] = [];
  for (const status of PROMOTIONAL_STATUSES)
    for (const country of COUNTRIES) {
      const { label, link } = await itemFor(status, country);
      cases.push({
        name: `${status}, ${country}`,
        html: renderMarker(label, link),
        link,
        expected: expectedOf(status, country),
      });
    }
  return cases;
}

/** What is lost of each case; an empty list is what an engine must reach. */
export function lostIn(cases: readonly MarkerCase[], shown: (html: string) => string): string[] {
  return cases.flatMap(({ name, html, link, expected }) =>
    missing(shown(html), expected, link).map((field) => `${name}: ${field}`),
  );
}
