import { html, nothing, type TemplateResult } from 'lit';
import { clean, type RenderRecord } from '@pullquote/record/reader';
import type { Choice, Offer } from './offer.js';
import { allows } from './refusal.js';
import type { Passage } from './passage.js';
import type { QuoteWords } from './words.js';

/** What is offered of a record, and where. */
export interface Shown {
  readonly record: RenderRecord;
  readonly offer: Offer;
  readonly passage: Passage | undefined;
  readonly chosen: Choice;
  /** The page is the publisher's own. */
  readonly atPublisher: boolean;
  /** In the toolbar near a selection: a list stays folded until it is asked for. */
  readonly small: boolean;
  readonly unfolded: boolean;
}

export interface Acts {
  readonly choose: (choice: Choice) => void;
  readonly unfold: () => void;
  readonly post: () => void;
  readonly foresee: () => void;
  readonly copy: () => void;
}

export function offerView(shown: Shown, acts: Acts, words: QuoteWords): TemplateResult {
  const { offer, small, unfolded } = shown;
  const many = offer.choices.length > 1;
  const folded = small && many && !unfolded && offer.why !== 'approved';
  return html`<p class="why">${reason(shown, words)}</p>
    ${
      folded
        ? html`<p class="acts"><button class="main" type="button" @click=${acts.unfold}>${words.choose}</button></p>`
        : html`${many ? choicesView(shown, acts, words) : aloneView(shown)} ${actsView(shown, acts, words)}`
    }`;
}

function reason({ offer: { why, max }, passage }: Shown, words: QuoteWords): string {
  const length = passage?.length ?? 0;
  switch (why) {
    case 'approved':
      return words.approved;
    case 'own':
      return words.own(length, max);
    case 'too-long':
      return words.tooLong(length, max);
    case 'approved-only':
      return words.approvedOnly;
    case 'none':
      return words.none;
    case 'nothing-selected':
      return words.nothingSelected;
  }
}

/** One choice needs no list. The doctor's own selection is in sight where the toolbar stands. */
function aloneView({ chosen, passage, small }: Shown): TemplateResult | typeof nothing {
  if (chosen.kind === 'approved') return excerptView(chosen.excerpt);
  return chosen.kind === 'own' && !small
    ? html`<blockquote class="excerpt" dir="auto">${passage?.text}</blockquote>`
    : nothing;
}

function choicesView({ offer, chosen, small }: Shown, acts: Acts, words: QuoteWords): TemplateResult {
  const name = small ? 'near' : 'bar';
  return html`<div class="choices" role="radiogroup" aria-label=${words.choices}>
    ${offer.choices.map(
      (choice) =>
        html`<label>
          <input type="radio" name=${name} .checked=${choice === chosen} @change=${() => acts.choose(choice)} />
          <span>${choiceView(choice, words)}</span>
        </label>`,
    )}
  </div>`;
}

function choiceView(choice: Choice, words: QuoteWords): TemplateResult {
  switch (choice.kind) {
    case 'approved':
      return excerptView(choice.excerpt);
    case 'own':
      return html`${words.ownChoice}`;
    case 'label':
      return html`${words.labelChoice}`;
  }
}

/** Whole, with what must stand beside it. */
function excerptView({ text, mustAccompany }: (Choice & { kind: 'approved' })['excerpt']): TemplateResult {
  return html`<span class="excerpt" dir="auto">“${clean(text)}”</span> ${
      mustAccompany ? html`<span class="small" dir="auto">${clean(mustAccompany)}</span>` : nothing
    }`;
}

function actsView({ record, chosen, atPublisher }: Shown, acts: Acts, words: QuoteWords): TemplateResult {
  // A selection has no way from a publisher's page into a post but the doctor's own hands.
  const byHand = atPublisher && chosen.kind === 'own';
  const post = chosen.kind === 'label' ? words.postLabel : atPublisher ? words.toCommunity : words.post;
  return html`${byHand ? html`<p class="small">${words.pasteIt}</p>` : nothing}
    <p class="acts">
      ${
        !byHand && allows(record, 'discussion')
          ? html`<button
              class="main"
              type="button"
              aria-haspopup="dialog"
              @pointerenter=${acts.foresee}
              @focus=${acts.foresee}
              @click=${acts.post}
            >
              ${post}
            </button>`
          : nothing
      }
      ${allows(record, 'copy') ? html`<button type="button" @click=${acts.copy}>${words.copy}</button>` : nothing}
    </p>`;
}
