import { html, nothing, type TemplateResult } from 'lit';
import { clean, type RenderRecord } from '@pullquote/record/reader';
import { choiceView } from './choice.js';
import type { Draft, DraftChange, Tie } from './draft.js';
import { statementOf } from './sponsor.js';
import type { ShareWords } from './words.js';

/** The doctor's own words, apart from the publisher's. */
export function commentView({ comment }: Draft, change: DraftChange, words: ShareWords): TemplateResult {
  return html`<label class="own">
    <span class="name" id="words">${words.comment}</span>
    <textarea
      .value=${comment}
      aria-labelledby="words"
      aria-describedby="own"
      @input=${(event: InputEvent) => change({ comment: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
    <p class="hint" id="own">${words.commentHint}</p>
  </label>`;
}

/** The passages that the publisher approved for quoting. */
export function excerptsView(
  { excerpts = [] }: RenderRecord,
  { excerpt }: Draft,
  change: DraftChange,
  words: ShareWords,
): TemplateResult | typeof nothing {
  if (excerpts.length === 0) return nothing;
  const choice = (id: string, content: string | TemplateResult) =>
    choiceView('excerpt', id === excerpt, () => change({ excerpt: id }), content);
  return html`<fieldset>
    <legend>${words.excerpts}</legend>
    <div class="choices">
      ${choice('', words.noExcerpt)}
      ${excerpts.map(({ id, text }) => choice(id, html`<bdi class="quote">“${clean(text)}”</bdi>`))}
    </div>
  </fieldset>`;
}

/** A tie to the sponsor, or none: said only by whoever wants to, and said in the post alone. */
export function tieView(
  sponsor: string | undefined,
  { tie }: Draft,
  change: DraftChange,
  words: ShareWords,
): TemplateResult | typeof nothing {
  if (sponsor === undefined) return nothing;
  return html`<fieldset class="tie">
    <legend>${words.tie}</legend>
    ${(['unsaid', 'none', 'some'] satisfies Tie[]).map((one) =>
      choiceView('tie', one === tie, () => change({ tie: one }), statementOf(one, sponsor, words) ?? words.tieUnsaid),
    )}
    ${tie === 'unsaid' ? nothing : html`<p class="hint">${words.tieHint}</p>`}
  </fieldset>`;
}
