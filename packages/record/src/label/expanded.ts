import type { RenderRecord } from '../render-record.js';
import { itemList } from './compact.js';
import { countryWord, formatDate, isoDate, joinWords } from './text.js';
import type { LabelContext, LabelItem } from './types.js';
import { roleWords, STATE } from './words.js';

/** What one more click shows: the rest of the parties, dates, citations and reuse terms. */
export function expandedItems(record: RenderRecord, context: LabelContext): LabelItem[] {
  const { items, add } = itemList();
  // Where the excerpt may not be shown, neither may the summary nor the evidence: they are the content as well.
  const { content } = STATE[context.state];

  if (content) add('summary', record.summary, 'Summary');
  for (const { role, name, seat, country, interests, paid } of record.parties) {
    // The browser's reader does not know this field, so its form is checked here.
    const land = /^[A-Z]{2}$/.test(country ?? '') ? countryWord(country ?? '') : undefined;
    const rest = [roleWords(role), seat, land, paid === true ? 'paid' : undefined, interests];
    add('parties', `${name} — ${said(rest)}`, 'Party');
  }
  for (const { n, text, peerReviewed, ...where } of content ? (record.citations ?? []) : [])
    add('citation', peerReviewed === false ? `${text} (not peer reviewed)` : text, `Reference ${n}`, address(where));
  for (const { lang, kind } of record.translations ?? []) add('translations', `${lang} (${kind})`, 'Translation');
  add('version', String(record.version), 'Version');
  add('duration', record.durationS === undefined ? undefined : `${Math.ceil(record.durationS / 60)} min`, 'Length');
  add(
    'accessGate',
    record.accessGate === 'hcp-login' ? 'Behind a login for healthcare professionals' : record.accessGate && 'Open',
    'Access',
  );
  add('reviewBy', formatDate(record.reviewBy), 'Review by');
  if (context.state !== 'expired') add('validUntil', formatDate(isoDate(record.exp)), 'Valid until');
  add('reuse', reuseTerms(record), 'Reuse');
  return items;
}

type Citation = NonNullable<RenderRecord['citations']>[number];

/** Where a cited work can be read. */
export function address({ doi, pmid, url }: Pick<Citation, 'doi' | 'pmid' | 'url'>): string | undefined {
  // A lone half of a character cannot be percent-encoded.
  if (doi) return `https://doi.org/${encodeURIComponent(doi.replace(/\p{Cs}/gu, '')).replace(/%2F/g, '/')}`;
  return pmid ? `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid.replace(/\D/g, ''))}/` : url;
}

/** What others may do with the item, in words. */
export function reuseTerms({ reuse }: RenderRecord): string {
  const quoting: Record<typeof reuse.quote, string> = {
    'approved-only': 'approved excerpts may be quoted',
    'max-length': `quotations up to ${reuse.quoteMax ?? 0} characters`,
    none: 'no quotation',
  };
  const { allow, deny } = reuse.channels ?? {};
  return said([
    reuse.licence,
    quoting[reuse.quote],
    reuse.reshare ? 'may be reshared' : 'not to be reshared',
    reuse.maxDepth === undefined ? undefined : `at most ${reuse.maxDepth} posts deep`,
    reuse.download ? 'may be downloaded' : 'not to be downloaded',
    reuse.print ? 'may be printed' : 'not to be printed',
    reuse.requireVerifiedHcp ? 'among verified healthcare professionals only' : undefined,
    allow && `only by ${joinWords(allow)}`,
    deny && `not by ${joinWords(deny)}`,
    reuse.attribution && `attribution: ${reuse.attribution}`,
  ]);
}

function said(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('; ');
}
