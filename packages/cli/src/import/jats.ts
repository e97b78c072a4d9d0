import { isoDay } from './dates.js';
import { citationOf } from './jats-citation.js';
import { jatsCandidates } from './jats-excerpts.js';
import { jatsPeople } from './jats-people.js';
import { jatsSections, jatsText, jatsTitle } from './jats-sections.js';
import { missingFields } from './missing.js';
import type { DraftContent, Missing, SourceDocument } from './source.js';
import { at, attribute, elements, type XmlElement } from './xml-element.js';

/** Journal article (JATS, and the NLM sets before it) → a draft. The rules are in docs/publishers/draft.md. */
export function importJats(article: XmlElement): SourceDocument {
  const meta = at(article, 'front/article-meta');
  const missing: Missing[] = [];
  const notes: string[] = [];
  const people = jatsPeople(article);
  const title = jatsTitle(at(meta, 'title-group/article-title'));
  const publisher = jatsText(at(article, 'front/journal-meta/publisher/publisher-name'));
  const language = languageOf(article);
  const published = publicationDate(meta, notes);
  const licence = licenceOf(meta, missing);

  if (title === undefined) missing.push({ path: 'title', why: 'The article has no title.' });
  else if (title.length > 500)
    missing.push({ path: 'title', why: 'The title is longer than 500 characters: shorten it.' });
  if (language === undefined)
    missing.push({ path: 'language', why: 'The article does not state its language, such as en.' });
  if (publisher === undefined)
    missing.push({
      path: 'parties',
      why: 'The article names no publisher: add it as a party with the role publisher.',
    });
  missing.push(...people.missing, {
    path: 'involvement',
    why: 'Say in words who wrote, funded and reviewed the item, per language.',
    ...(people.funding === undefined ? {} : { hint: `The article says of its funding: ${people.funding}` }),
  });

  const sections = jatsSections(article);
  const { candidates, notes: left } = jatsCandidates(sections);
  const content: DraftContent = {
    schema: 'pullquote/1',
    version: 1,
    ...(language === undefined ? {} : { language }),
    ...(title === undefined ? {} : { title }),
    contentType: 'journal-article',
    parties: [
      ...(publisher === undefined ? [] : [{ role: 'publisher' as const, name: publisher }]),
      ...people.funders,
      ...people.authors,
    ],
    ...(published === undefined ? {} : { datePrepared: published }),
    citations: [citationOf(article, title, notes)],
    ...(licence === undefined ? {} : { reuse: { licence } }),
  };
  return {
    format: 'jats',
    content,
    missing: missingFields(missing, { candidates: candidates.length }),
    notes: [...notes, ...people.notes, ...left],
    sections,
    candidates,
  };
}

/** `EN` is how some files write it; a language tag's first part is written small. */
function languageOf(article: XmlElement): string | undefined {
  const [primary, ...rest] = (attribute(article, 'xml:lang') ?? '').split('-');
  return primary ? [primary.toLowerCase(), ...rest].join('-') : undefined;
}

/** The first day on which it could be read: electronic publication before print. */
function publicationDate(meta: XmlElement | undefined, notes: string[]): string | undefined {
  const kind = (date: XmlElement) =>
    attribute(date, 'pub-type') ?? [attribute(date, 'publication-format'), attribute(date, 'date-type')].join('-');
  const order = [
    'epub',
    'electronic-pub',
    'epub-ppub',
    'ppub',
    'print-pub',
    'pub',
    '-pub',
    'collection',
    'electronic-collection',
  ];
  const dates = elements(meta, 'pub-date').sort((a, b) => rank(order, kind(a)) - rank(order, kind(b)));
  const part = (date: XmlElement, name: string) => Number(jatsText(at(date, name)) ?? NaN);
  for (const date of dates) {
    const day = isoDay(part(date, 'year'), part(date, 'month'), part(date, 'day'));
    if (day !== undefined) return day;
  }
  notes.push('The article states no whole day of publication: datePrepared is left out.');
  return undefined;
}

function rank(order: readonly string[], kind: string): number {
  const place = order.indexOf(kind);
  return place === -1 ? order.length : place;
}

function licenceOf(meta: XmlElement | undefined, missing: Missing[]): string | undefined {
  const licence = at(meta, 'permissions/license');
  const words = elements(licence, 'license-p', 'p')
    .map(jatsText)
    .filter((part) => part !== undefined)
    .join(' ');
  const address = attribute(licence, 'xlink:href') ?? jatsText(elements(licence, 'license_ref')[0]);
  const text = [words, address]
    .filter((part) => part !== undefined && part !== '' && part !== words.match(/https?:\S+/)?.[0])
    .join(' ');
  if (text === '') return undefined;
  if (text.length <= 500) return text;
  missing.push({
    path: 'reuse.licence',
    why: 'The licence text is longer than 500 characters: give its name and address.',
    hint: text,
  });
  return undefined;
}
