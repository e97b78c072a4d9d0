import { CliError } from '../errors.js';
import { aboutAddress, canonicalOf } from './html-address.js';
import { htmlCitation } from './html-citation.js';
import { htmlFields } from './html-fields.js';
import { htmlPeople } from './html-people.js';
import { htmlProducts } from './html-products.js';
import { statementsOf } from './html-statements.js';
import { oneLine } from './json-ld.js';
import { missingFields } from './missing.js';
import type { HtmlPage } from './parse-html.js';
import { passage } from './passage.js';
import type { DraftContent, Missing, SourceDocument } from './source.js';

/**
 * Web page → a draft, from what the page states for machines: schema.org JSON-LD, `citation_*`, Open Graph, canonical link, title
 * and language. The rules are in docs/publishers/draft.md.
 * @throws CliError `import` when the page states nothing of itself
 */
export function importHtml(page: HtmlPage, at?: string): SourceDocument {
  const canonical = canonicalOf(page, at);
  const url = 'url' in canonical ? canonical.url : undefined;
  const statements = statementsOf(page, url ?? at);
  const { property, meta, works, drugs } = statements;
  const title =
    property('headline')[0] ??
    meta('citation_title')[0] ??
    property('name')[0] ??
    meta('og:title')[0] ??
    oneLine(page.title);
  if (title === undefined && works.length + drugs.length === 0) {
    throw new CliError(
      'import',
      'The root element <html> is neither a drug label (SPL) nor an article (JATS), and as a web page it states nothing of itself: no title, no schema.org JSON-LD, no citation_* and no Open Graph data.',
    );
  }
  const own: Missing[] = 'missing' in canonical ? [canonical.missing] : [];
  const { fields, notes, missing } = htmlFields(statements);
  own.push(...missing);
  const people = htmlPeople(statements);
  const products = htmlProducts(statements);
  if (title === undefined) own.push({ path: 'title', why: 'The page has no title.' });
  else if (title.length > 500) own.push({ path: 'title', why: 'The title is longer than 500 characters: shorten it.' });

  const abstracts = [...new Set([...property('abstract'), ...meta('citation_abstract')])];
  const candidates = abstracts.flatMap((text) => {
    const found = passage([{ kind: 'paragraph', runs: [{ text, marks: [] }] }]);
    return found === undefined ? [] : [{ ...found, from: 'Abstract', citations: [1] }];
  });
  const content: DraftContent = {
    schema: 'pullquote/1',
    version: 1,
    ...(url === undefined ? {} : { canonicalUrl: url }),
    ...(title === undefined ? {} : { title }),
    ...fields,
    ...(people.parties.length === 0 ? {} : { parties: people.parties }),
    ...(products.products.length === 0 ? {} : { products: products.products }),
    citations: [
      htmlCitation(statements, { title: title ?? 'Untitled page', published: fields.datePrepared, url: url ?? at }),
    ],
  };
  const [headline, cited] = [property('headline')[0], meta('citation_title')[0]];
  if (headline !== undefined && cited !== undefined && headline !== cited)
    notes.push(`The page gives itself two titles. The one that is not taken: ${cited}`);
  const given = new Set(url === undefined ? [] : ['canonicalUrl']);
  return {
    format: 'html',
    content,
    missing: missingFields([...own, ...people.missing, ...products.missing], { candidates: candidates.length }).filter(
      ({ path }) => !given.has(path),
    ),
    notes: [...statements.notes, ...aboutAddress(url), ...notes],
    sections: [],
    candidates,
  };
}
