import type { Label } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { fundingLines } from './funding.js';
import { escapeHtml, paragraph } from './html.js';
import { labelLines } from './lines.js';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page-style.js';

export interface PageOptions {
  /** Language of the page (BCP 47): the record's own. `en`, that of the label's words, when left out. */
  readonly language?: string | undefined;
}

/** A page can run, fetch, embed and submit nothing, whatever a record says. */
const POLICY = `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** A complete page: the label as an article, and after it `details`, which is HTML already. */
export function labelPage(label: Label, link: ItemLink, details: string, { language = 'en' }: PageOptions): string {
  const title = label.compact.find(({ field }) => field === 'title')?.text ?? '';
  const lines = labelLines(label, link).map((line, index) =>
    line.strong && index > 0 ? `<h1>${escapeHtml(line.text)}</h1>` : paragraph(line),
  );
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<base target="_blank">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<article>
${lines.join('\n')}
</article>
${details}
${fundingLines(label).map(paragraph).join('\n')}
</body>
</html>
`;
}
