import {
  renderBBCode,
  renderEmail,
  renderIframePage,
  renderJsonLd,
  renderMarkdown,
  renderMarker,
  renderOEmbed,
  renderOpenGraph,
  renderPrint,
  renderText,
  type ContentRecord,
  type ItemLink,
  type Label,
  type LabelContext,
} from '@pullquote/record';
import bbobHtml from '@bbob/html';
import bbobPreset from '@bbob/preset-html5';
import MarkdownIt from 'markdown-it';
import { readHtml } from './read-html.js';

export interface Item {
  readonly record: ContentRecord;
  readonly context: LabelContext;
  readonly label: Label;
  readonly link: ItemLink;
}

/** A rendering, and the HTML in which a site that takes it shows it. */
export interface Form {
  readonly render: (item: Item) => string;
  readonly shown: (rendered: string) => string;
}

/** Everything that forums switch on, except HTML. */
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: true, breaks: true });

const asHtml = (html: string) => html;
/** Written here once more, so that a mistake in the package's own is found. */
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const asText = (text: string) =>
  text
    .split(/\n\n+/)
    .map((part) => `<p>${escaped(part).replace(/\n/g, '\n<br>')}</p>`)
    .join('\n');

/** What previews show of Open Graph tags: three of their contents, as text. */
function preview(tags: string): string {
  const contents = readHtml(tags).elements.map(({ attributes }) => String(attributes.content));
  return contents.map((content) => `<p>${escaped(content)}</p>`).join('\n');
}

/** Every text in the JSON of a script element, in which nothing but the script's own end may end it. */
function jsonTexts(element: string): string {
  const [, json = ''] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(element) ?? [];
  const texts: string[] = [];
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === 'string') texts.push(...value.split('\n'));
    return value;
  });
  return texts.map((text) => `<p>${escaped(text)}</p>`).join('\n');
}

export const FORMS: Readonly<Record<string, Form>> = {
  'HTML marker': { render: ({ label, link }) => renderMarker(label, link), shown: asHtml },
  'plain text': { render: ({ label, link }) => renderText(label, link), shown: asText },
  Markdown: { render: ({ label, link }) => renderMarkdown(label, link), shown: (text) => markdown.render(text) },
  // Forums escape HTML before they read BBCode. NFKC makes ordinary brackets of full-width ones.
  BBCode: {
    render: ({ label, link }) => renderBBCode(label, link),
    shown: (code) => bbobHtml(escaped(code), bbobPreset()).replace(/\n/g, '<br>\n').normalize('NFKC'),
  },
  'e-mail, HTML': { render: ({ label, link }) => renderEmail(label, link).html, shown: asHtml },
  'e-mail, text': {
    render: ({ label, link }) => renderEmail(label, link).text,
    shown: (text) => asText(text.replace(/([^\n])\n(?=[^\n])/g, '$1 ')),
  },
  print: { render: ({ label, link }) => renderPrint(label, link), shown: asHtml },
  'iframe page': { render: ({ label, link }) => renderIframePage(label, link), shown: asHtml },
  oEmbed: {
    render: ({ label, link }) =>
      JSON.stringify(renderOEmbed(label, link, { frame: 'https://publisher.example/frame' })),
    shown: (json) => (JSON.parse(json) as { html: string }).html,
  },
  'Open Graph': { render: ({ label, link }) => renderOpenGraph(label, link), shown: preview },
  'JSON-LD': { render: ({ record, context, link }) => renderJsonLd(record, context, link), shown: jsonTexts },
};
