import { labelModel, type ContentRecord, type ItemLink } from '@pullquote/record';
import type { ProofContent } from './content.js';
import { countryOf, readersOf, type Readers } from './countries.js';
import { FORMS, type Form } from './forms.js';
import { Html, html } from './html.js';

/** Every form in which a share is stored or sent, for every country. */
export function formsSection(content: ProofContent): Html {
  const { record, everyExcerpt } = content;
  const ids = (record.excerpts ?? []).map(({ id }) => id);
  const chosen: (string | undefined)[] = everyExcerpt ? [undefined, ...ids] : [ids[0]];
  return html`<section>
    <h2>Every stored form</h2>
    <p>${intro(ids, everyExcerpt)} A stored form never says "verified": it says where to check.</p>
    ${readersOf(record).map(
      (readers) =>
        html`<h3>Posted by readers in ${readers.name}</h3>
          ${chosen.flatMap((excerpt) => FORMS.map((form) => oneForm(content, readers, form, excerpt)))}`,
    )}
  </section>`;
}

function intro(ids: readonly string[], everyExcerpt: boolean): string {
  if (ids.length === 0) return 'The item has no excerpts.';
  if (everyExcerpt) return 'Each form without an excerpt, and with each approved one.';
  return ids.length === 1
    ? `With the approved excerpt ${ids[0]}.`
    : `With the approved excerpt ${ids[0]}. Another excerpt changes the quoted lines of section 2 and nothing else; pullquote proof --every-excerpt prints them all.`;
}

function oneForm({ record, digest }: ProofContent, readers: Readers, form: Form, excerpt: string | undefined): Html {
  const context = { state: 'as-stated', country: countryOf(readers), excerpt } as const;
  const output = form.render({
    record,
    context,
    label: labelModel(record, context),
    link: linkOf(record, digest, excerpt),
  });
  return html`<figure>
    <figcaption>${form.name}${excerpt === undefined ? undefined : ` · excerpt ${excerpt}`}</figcaption>
    ${form.kind === 'html' ? html`<div class="rendered">${new Html(bodyOf(output))}</div>` : html`<pre>${output}</pre>`}
  </figure>`;
}

/** A post's link as a first share carries it. */
function linkOf(record: ContentRecord, digest: string, excerpt: string | undefined): ItemLink {
  return {
    url: record.canonicalUrl,
    version: record.version,
    digest,
    depth: 1,
    ...(excerpt === undefined ? {} : { excerpt }),
  };
}

/**
 * What a reader sees of a rendering, without the frame of a page of its own. Details are opened, for paper; its headings are
 * not this page's; style sheets and attributes would be refused by this page's policy.
 */
function bodyOf(page: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(page)?.[1] ?? page;
  return body
    .replace(/<style[^>]*>[\s\S]*?<\/style>| style="[^"]*"/gi, '')
    .replaceAll('<details>', '<details open>')
    .replace(/<(\/?)h[12]>/g, '<$1h4>');
}
