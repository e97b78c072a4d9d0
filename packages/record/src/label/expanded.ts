import type { RenderRecord } from '../render-record.js';
import { clean, formatDate, isoDate } from './text.js';
import type { LabelContext, LabelField, LabelItem } from './types.js';
import { ROLE } from './words.js';

/** What one more click shows: the rest of the parties, dates, citations and reuse terms. */
export function expandedItems(record: RenderRecord, context: LabelContext): LabelItem[] {
  const items: LabelItem[] = [];
  const add = (field: LabelField, text: string | undefined, heading?: string, href?: string) => {
    if (text !== undefined && clean(text) !== '') items.push({ field, text: clean(text), heading, href });
  };
  const day = (iso: string | undefined) => iso && formatDate(iso);

  add('summary', record.summary, 'Summary');
  for (const { role, name, seat, interests, paid } of record.parties) {
    const rest = [ROLE[role], seat, paid ? 'paid' : undefined, interests].filter((part) => part !== undefined);
    add('parties', `${name} — ${rest.join('; ')}`, 'Party');
  }
  for (const { n, text, doi, pmid, url } of record.citations ?? []) {
    const href = doi ? `https://doi.org/${encodeURI(doi)}` : pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : url;
    add('citation', text, `Reference ${n}`, href);
  }
  for (const { lang, kind } of record.translations ?? []) add('translations', `${lang} (${kind})`, 'Translation');
  add('version', String(record.version), 'Version');
  add('duration', record.durationS === undefined ? undefined : `${Math.ceil(record.durationS / 60)} min`, 'Length');
  add(
    'accessGate',
    record.accessGate === 'hcp-login' ? 'Behind a login for healthcare professionals' : record.accessGate && 'Open',
    'Access',
  );
  add('reviewBy', day(record.reviewBy), 'Review by');
  if (context.state !== 'expired') add('validUntil', formatDate(isoDate(record.exp)), 'Valid until');
  add('reuse', reuseTerms(record), 'Reuse');
  add('communityFunding', context.communityFunding, 'How this community is funded');
  return items;
}

function reuseTerms({ reuse }: RenderRecord): string {
  const quoting: Record<typeof reuse.quote, string> = {
    'approved-only': 'approved excerpts may be quoted',
    'max-length': `quotations up to ${reuse.quoteMax ?? 0} characters`,
    none: 'no quotation',
  };
  return [
    reuse.licence,
    quoting[reuse.quote],
    reuse.reshare ? 'may be reshared' : 'not to be reshared',
    reuse.requireVerifiedHcp ? 'among verified healthcare professionals only' : undefined,
    reuse.attribution && `attribution: ${reuse.attribution}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('; ');
}
