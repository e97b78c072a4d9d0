import type { RenderRecord } from '../render-record.js';
import { itemList } from './compact.js';
import { ENGLISH_DETAILS } from './detail-words.js';
import { ENGLISH } from './english.js';
import { stateOf } from './state.js';
import { clean, isoDate } from './text.js';
import type { LabelContext, LabelItem, LabelLink } from './types.js';
import type { LabelWords } from './words.js';

/** What one more click shows: the rest of the parties, dates, citations and reuse terms. */
export function expandedItems(record: RenderRecord, context: LabelContext): LabelItem[] {
  const { items, add } = itemList();
  const words = context.words ?? ENGLISH;
  const { heading, ...details } = words.details ?? ENGLISH_DETAILS;
  // Where the excerpt may not be shown, neither may the summary nor the evidence: they are the content as well.
  const { content } = stateOf(context.state, words, context.gate);

  const lang = record.language.split('-')[0] === words.lang ? undefined : record.language;
  if (content) add('summary', record.summary, { heading: heading.summary, lang });
  for (const { role, name, seat, country, interests, paid } of record.parties) {
    // The browser's reader does not know this field, so its form is checked here.
    const land = /^[A-Z]{2}$/.test(country ?? '') ? words.country(country ?? '') : undefined;
    const rest = [words.role(role), seat, land, paid === true ? details.paid : undefined, interests];
    add('parties', `${name} — ${said(rest)}`, { heading: heading.party });
  }
  for (const { n, text, peerReviewed, ...where } of content ? (record.citations ?? []) : [])
    add('citation', peerReviewed === false ? `${text} (${details.notPeerReviewed})` : text, {
      heading: words.reference(n),
      href: address(where),
      links: addresses(where),
      lang,
    });
  for (const { lang, kind } of record.translations ?? [])
    add('translations', `${lang} (${details.translation[kind]})`, { heading: heading.translation });
  add('version', String(record.version), { heading: heading.version });
  add('duration', record.durationS === undefined ? undefined : details.minutes(Math.ceil(record.durationS / 60)), {
    heading: heading.duration,
  });
  add('accessGate', record.accessGate && details.access[record.accessGate], { heading: heading.access });
  add('reviewBy', record.reviewBy && words.date(record.reviewBy), { heading: heading.reviewBy });
  if (context.state !== 'expired') add('validUntil', words.date(isoDate(record.exp)), { heading: heading.validUntil });
  add('reuse', reuseTerms(record, words), { heading: heading.reuse });
  return items;
}

type Citation = NonNullable<RenderRecord['citations']>[number];

/** Where a cited work can be read. */
export function address(work: Pick<Citation, 'doi' | 'pmid' | 'url'>): string | undefined {
  return addresses(work)[0]?.href;
}

/** Every place where a cited work can be read, the most lasting first. */
function addresses({ doi, pmid, url }: Pick<Citation, 'doi' | 'pmid' | 'url'>): LabelLink[] {
  const found: LabelLink[] = [];
  if (doi) {
    // A lone half of a character cannot be percent-encoded.
    const path = encodeURIComponent(doi.replace(/\p{Cs}/gu, '')).replace(/%2F/g, '/');
    found.push({ text: `DOI ${clean(doi)}`, href: `https://doi.org/${path}` });
  }
  const digits = pmid?.replace(/\D/g, '');
  if (digits) found.push({ text: `PMID ${digits}`, href: `https://pubmed.ncbi.nlm.nih.gov/${digits}/` });
  if (url) found.push({ text: url.replace(/^https?:\/\//, ''), href: url });
  return found;
}

/** What others may do with the item, in words. */
export function reuseTerms({ reuse }: RenderRecord, words: LabelWords = ENGLISH): string {
  const terms = words.details ?? ENGLISH_DETAILS;
  const { allow, deny } = reuse.channels ?? {};
  return said([
    reuse.licence,
    terms.quote(reuse.quote, reuse.quoteMax ?? 0),
    terms.reshare(reuse.reshare),
    reuse.maxDepth === undefined ? undefined : terms.maxDepth(reuse.maxDepth),
    terms.download(reuse.download),
    terms.print(reuse.print),
    reuse.requireVerifiedHcp ? terms.hcpOnly : undefined,
    allow && terms.onlyBy(words.list(allow)),
    deny && terms.notBy(words.list(deny)),
    reuse.attribution && terms.attribution(reuse.attribution),
  ]);
}

function said(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('; ');
}
