import { referenceName } from './jats-people.js';
import { jatsText } from './jats-sections.js';
import type { DraftContent } from './source.js';
import { all, at, attribute, elements, type XmlElement } from './xml-element.js';

type Citation = NonNullable<DraftContent['citations']>[number];

/** The article's own reference: readers can always find the original. */
export function citationOf(article: XmlElement, title: string | undefined, notes: string[]): Citation {
  const meta = at(article, 'front/article-meta');
  const journal = at(article, 'front/journal-meta');
  const id = (type: string) =>
    elements(meta, 'article-id')
      .filter((one) => attribute(one, 'pub-id-type') === type)
      .map(jatsText)[0];
  const authors = all(meta, 'contrib-group/contrib')
    .filter((contributor) => (attribute(contributor, 'contrib-type') ?? 'author') === 'author')
    .map(referenceName)
    .filter((name) => name !== undefined);
  const shown = authors.length > 6 ? [...authors.slice(0, 6), 'et al'] : authors;
  const year = elements(meta, 'pub-date')
    .map((date) => jatsText(at(date, 'year')))
    .find((one) => one !== undefined);
  const name = jatsText(
    at(journal, 'journal-title-group/journal-title') ??
      at(journal, 'journal-title') ??
      elements(journal, 'journal-id').find((one) => attribute(one, 'journal-id-type') === 'nlm-ta'),
  );
  const volume = jatsText(at(meta, 'volume'));
  const issue = jatsText(at(meta, 'issue'));
  const pages =
    jatsText(at(meta, 'elocation-id')) ??
    [jatsText(at(meta, 'fpage')), jatsText(at(meta, 'lpage'))].filter((one) => one !== undefined).join('–');
  const place = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}${pages === '' ? '' : `: ${pages}`}`;
  const text = [
    shown.length === 0 ? undefined : `${shown.join(', ')}${year === undefined ? '' : ` (${year})`}`,
    title,
    [name, place].filter((one) => one !== undefined && one !== '').join(' '),
  ];
  const doi = id('doi');
  const pmid = id('pmid');
  const isDoi = doi !== undefined && /^10\.\d{4,9}\/\S+$/.test(doi);
  if (doi !== undefined && !isDoi)
    notes.push(`The article's DOI reads "${doi}", which is not one: it is left out of the citation.`);
  return {
    n: 1,
    text: `${text
      .filter((one) => one !== undefined)
      .filter((one) => one !== '')
      .map((one) => one.replace(/\.$/, ''))
      .join('. ')}.`,
    ...(isDoi ? { doi } : {}),
    ...(pmid !== undefined && /^\d{1,9}$/.test(pmid) ? { pmid } : {}),
  };
}
