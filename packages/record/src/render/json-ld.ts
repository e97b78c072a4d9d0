import { labelModel } from '../label/model.js';
import { clean, isoDate } from '../label/text.js';
import type { LabelContext } from '../label/types.js';
import type { ItemLink } from '../link.js';
import type { RenderRecord } from '../render-record.js';
import type { PartyRole } from '../vocabulary.js';
import { citations, drugs, usageInfo } from './json-ld-parts.js';
import { SCHEMA_ORG_TYPE } from './schema-org-type.js';
import { scriptJson } from './script-json.js';

/** JSON-LD: what search engines and archives read of a page. Text is clean, not escaped: it is data until it is shown. */
export interface JsonLd {
  readonly '@context': 'https://schema.org';
  readonly '@type': string;
  readonly [property: string]: unknown;
}

/** A record as schema.org data. `usageInfo` holds the whole label as text, line by line, and the terms of reuse with it. */
export function jsonLd(record: RenderRecord, context: LabelContext, link: ItemLink): JsonLd {
  const label = labelModel(record, context);
  const words = (field: string) => label.compact.find((item) => item.field === field)?.text;
  return {
    '@context': 'https://schema.org',
    '@type': SCHEMA_ORG_TYPE[record.contentType],
    identifier: clean(record.id),
    url: record.canonicalUrl,
    name: words('title'),
    description: label.expanded.find(({ field }) => field === 'summary')?.text,
    inLanguage: clean(record.language),
    version: String(record.version),
    dateCreated: record.datePrepared && clean(record.datePrepared),
    dateModified: record.lastRevised && clean(record.lastRevised),
    expires: isoDate(record.exp),
    creditText: [words('company'), words('promotionalStatus'), words('involvement')].filter(Boolean).join('. '),
    publisher: parties(record, 'publisher'),
    sponsor: parties(record, 'sponsor'),
    funder: parties(record, 'funder'),
    author: parties(record, 'author'),
    audience: { '@type': 'MedicalAudience', audienceType: words('audience') },
    about: drugs(record, context),
    citation: citations(record, context),
    license: record.reuse.licence && { '@type': 'CreativeWork', name: clean(record.reuse.licence) },
    usageInfo: usageInfo(label, link),
  };
}

/** The same as an element for a page's head. A policy that forbids scripts does not forbid it: it is data. */
export function renderJsonLd(record: RenderRecord, context: LabelContext, link: ItemLink): string {
  return `<script type="application/ld+json">${scriptJson(jsonLd(record, context, link))}</script>`;
}

/** Whether a name is a person's or a company's, the record does not say of authors: theirs carry no type. */
function parties(record: RenderRecord, role: PartyRole): object[] | undefined {
  const found = record.parties.filter((party) => party.role === role);
  if (found.length === 0) return undefined;
  return found.map(({ name }) =>
    role === 'author' ? { name: clean(name) } : { '@type': 'Organization', name: clean(name) },
  );
}
