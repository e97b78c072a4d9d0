import type { Statements } from './html-statements.js';
import { isThing, valuesOf } from './json-ld.js';
import type { DraftContent } from './source.js';

type Citation = NonNullable<DraftContent['citations']>[number];

/** The page's own reference: authors, year, title, journal, and the ids by which it is found again. */
export function htmlCitation(
  statements: Statements,
  { title, published, url }: { title: string; published: string | undefined; url: string | undefined },
): Citation {
  const { meta, property } = statements;
  const authors = meta('citation_author').length > 0 ? meta('citation_author') : property('author');
  const shown = authors.length > 6 ? [...authors.slice(0, 6), 'et al'] : authors;
  const year = (published ?? meta('citation_publication_date', 'citation_date', 'citation_year')[0])?.slice(0, 4);
  const [volume, issue, from, to] = ['volume', 'issue', 'firstpage', 'lastpage'].map(
    (name) => meta(`citation_${name}`)[0],
  );
  const pages = [from, to].filter((page) => page !== undefined).join('–');
  const place = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}${pages === '' ? '' : `: ${pages}`}`;
  const journal = meta('citation_journal_title')[0] ?? property('isPartOf')[0] ?? meta('og:site_name')[0];
  const dated = year === undefined || !/^\d{4}$/.test(year) ? '' : ` (${year})`;
  const text = [
    shown.length === 0 ? undefined : `${shown.join('; ')}${dated}`,
    title,
    [journal, place].filter((part) => part !== undefined && part !== '').join(' '),
  ];
  const doi = doiOf(statements);
  const pmid = meta('citation_pmid').find((id) => /^\d{1,9}$/.test(id));
  return {
    n: 1,
    text: `${text
      .filter((part) => part !== undefined && part !== '')
      .map((part) => part?.replace(/\.$/, ''))
      .join('. ')}.`,
    ...(doi === undefined ? {} : { doi }),
    ...(pmid === undefined ? {} : { pmid }),
    ...(url === undefined ? {} : { url }),
  };
}

/** A DOI is written in several ways: `10.1000/x`, `doi:10.1000/x`, `https://doi.org/10.1000/x`. */
function doiOf({ meta, works, graph }: Statements): string | undefined {
  const values = works.flatMap((work) =>
    ['identifier', 'sameAs', '@id'].flatMap((name) =>
      valuesOf(graph, work, name).map((value) => (isThing(value) ? value['value'] : value)),
    ),
  );
  for (const value of [...meta('citation_doi', 'prism.doi', 'dc.identifier'), ...values]) {
    const doi =
      typeof value === 'string'
        ? /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(value.trim())
        : null;
    if (doi?.[1] !== undefined) return doi[1];
  }
  return undefined;
}
