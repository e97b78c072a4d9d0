import { html, nothing, type TemplateResult } from 'lit';
import { clean, type RenderRecord } from '@pullquote/record/reader';
import type { Preview } from '@pullquote/events';
import type { Destination } from '../share-event.js';
import type { ShareWords } from './words.js';

/** Where it goes. */
export function destinationsView(
  results: readonly Destination[] | 'failed' | undefined,
  chosen: Destination | undefined,
  onSearch: (words: string) => void,
  onChoose: (destination: Destination) => void,
  words: ShareWords,
): TemplateResult {
  const shown = Array.isArray(results) ? (results as readonly Destination[]) : [];
  const all = chosen && !shown.some(({ id }) => id === chosen.id) ? [chosen, ...shown] : shown;
  return html`<fieldset>
    <legend>${words.discussion}</legend>
    <input
      type="search"
      placeholder=${words.find}
      aria-label=${words.find}
      autocomplete="off"
      @input=${(event: InputEvent) => onSearch((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
    />
    <div class="choices">
      ${all.map(
        (one) =>
          html`<label class="choice">
            <input type="radio" name="destination" .checked=${one.id === chosen?.id} @change=${() => onChoose(one)} />
            <span>${one.label}</span>
            <small>${one.visibility === 'members' ? words.membersRead : words.privateRead}</small>
          </label>`,
      )}
      ${emptyView(results, all.length, words)}
    </div>
  </fieldset>`;
}

function emptyView(
  results: readonly Destination[] | 'failed' | undefined,
  count: number,
  words: ShareWords,
): TemplateResult | typeof nothing {
  if (results === undefined) return html`<p class="hint" role="status">${words.looking}</p>`;
  if (results === 'failed') return html`<p class="hint" role="alert">${words.notLoaded}</p>`;
  return count === 0 ? html`<p class="hint" role="status">${words.noneFound}</p>` : nothing;
}

/** The doctor's own words, apart from the publisher's. */
export function commentView(comment: string, onInput: (comment: string) => void, words: ShareWords): TemplateResult {
  return html`<label>
    <span class="name" id="words">${words.comment}</span>
    <textarea
      .value=${comment}
      aria-labelledby="words"
      aria-describedby="own"
      @input=${(event: InputEvent) => onInput((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="hint" id="own">${words.commentHint}</p>
  </label>`;
}

/** The passages that the publisher approved for quoting. */
export function excerptsView(
  record: RenderRecord,
  excerpt: string,
  onChoose: (id: string) => void,
  words: ShareWords,
): TemplateResult | typeof nothing {
  if (!record.excerpts?.length) return nothing;
  const choice = (id: string, content: TemplateResult) =>
    html`<label class="choice"
      ><input type="radio" name="excerpt" .checked=${id === excerpt} @change=${() => onChoose(id)} />${content}</label
    >`;
  return html`<fieldset>
    <legend>${words.excerpts}</legend>
    <div class="choices">
      ${choice('', html`<span>${words.noExcerpt}</span>`)}
      ${record.excerpts.map(({ id, text }) => choice(id, html`<span class="quote">“${clean(text)}”</span>`))}
    </div>
  </fieldset>`;
}

/** What leaves, word for word, and the switch. */
export function learnView(
  preview: Preview | undefined,
  tell: boolean,
  onTell: (on: boolean) => void,
  words: ShareWords,
): TemplateResult {
  const fact = preview?.fact;
  return html`<section class="learn" aria-labelledby="learn">
    <h3 class="name" id="learn">${words.learn}</h3>
    <p>${preview && (tell || !fact) ? words.tells(preview) : words.nothingSent}</p>
    ${
      fact
        ? html`<label class="switch">
              <input
                type="checkbox"
                role="switch"
                aria-checked=${tell ? 'true' : 'false'}
                .checked=${tell}
                @change=${(event: Event) => onTell((event.target as HTMLInputElement).checked)}
              />
              ${words.tell}
            </label>
            <details class="small">
              <summary>${words.exactFact}</summary>
              <pre>${JSON.stringify(fact, null, 2)}</pre>
              <p>${words.factStays}</p>
            </details>`
        : nothing
    }
  </section>`;
}
