import {
  jsonLd,
  renderBBCode,
  renderEmail,
  renderIframePage,
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

/** What every rendering is made from. */
export interface FormInput {
  readonly record: ContentRecord;
  readonly context: LabelContext;
  readonly label: Label;
  readonly link: ItemLink;
}

/** One form in which an item is stored, sent or described. */
export interface Form {
  readonly name: string;
  /** `html` is shown as readers see it, `text` character by character. */
  readonly kind: 'html' | 'text';
  readonly render: (input: FormInput) => string;
}

/** All of them. A new rendering is one line here, and then stands on every proof. */
export const FORMS: readonly Form[] = [
  { name: 'Post in a forum', kind: 'html', render: ({ label, link }) => renderMarker(label, link) },
  { name: 'Post in Markdown', kind: 'text', render: ({ label, link }) => renderMarkdown(label, link) },
  { name: 'Post in BBCode', kind: 'text', render: ({ label, link }) => renderBBCode(label, link) },
  { name: 'Plain text', kind: 'text', render: ({ label, link }) => renderText(label, link) },
  { name: 'E-mail, subject', kind: 'text', render: ({ label, link }) => renderEmail(label, link).subject },
  { name: 'E-mail, text', kind: 'text', render: ({ label, link }) => renderEmail(label, link).text },
  { name: 'E-mail, HTML', kind: 'html', render: ({ label, link }) => renderEmail(label, link).html },
  { name: 'Print', kind: 'html', render: ({ label, link }) => renderPrint(label, link) },
  { name: 'Page in a frame', kind: 'html', render: ({ label, link }) => renderIframePage(label, link) },
  { name: 'Embedding answer (oEmbed)', kind: 'text', render: ({ label, link }) => pretty(renderOEmbed(label, link)) },
  {
    name: 'Preview in other sites (Open Graph)',
    kind: 'text',
    render: ({ label, link }) => renderOpenGraph(label, link),
  },
  {
    name: 'For search engines (JSON-LD)',
    kind: 'text',
    render: ({ record, context, link }) => pretty(jsonLd(record, context, link)),
  },
];

function pretty(value: object): string {
  return JSON.stringify(value, null, 2);
}
