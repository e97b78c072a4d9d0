import { html, nothing, type TemplateResult } from 'lit';
import { clean, type RenderRecord } from '@pullquote/record/reader';
import type { Preview } from '@pullquote/events';
import type { Destination } from '../share-event.js';

/** Where it goes. */
export function destinationsView(
  results: readonly Destination[] | 'failed' | undefined,
  chosen: Destination | undefined,
  onSearch: (words: string) => void,
  onChoose: (destination: Destination) => void,
): TemplateResult {
  const shown = Array.isArray(results) ? (results as readonly Destination[]) : [];
  const all = chosen && !shown.some(({ id }) => id === chosen.id) ? [chosen, ...shown] : shown;
  return html`<fieldset>
    <legend>Discussion</legend>
    <input
      type="search"
      placeholder="Find a discussion"
      aria-label="Find a discussion"
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
            <small
              >${one.visibility === 'members' ? 'All members can read it' : 'Private: only some members can read it'}</small
            >
          </label>`,
      )}
      ${emptyView(results, all.length)}
    </div>
  </fieldset>`;
}

function emptyView(
  results: readonly Destination[] | 'failed' | undefined,
  count: number,
): TemplateResult | typeof nothing {
  if (results === undefined) return html`<p class="hint" role="status">Looking…</p>`;
  if (results === 'failed')
    return html`<p class="hint" role="alert">
      The discussions could not be loaded. Search again, or copy the item below.
    </p>`;
  return count === 0 ? html`<p class="hint" role="status">No discussion found. Try other words.</p>` : nothing;
}

/** The doctor's own words, apart from the publisher's. */
export function commentView(comment: string, onInput: (words: string) => void): TemplateResult {
  return html`<label>
    <span class="name" id="words">Your comment</span>
    <textarea
      .value=${comment}
      aria-labelledby="words"
      aria-describedby="own"
      @input=${(event: InputEvent) => onInput((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="hint" id="own">
      Your comment is yours; it is not sent to the publisher. Leave out anything that identifies a patient.
    </p>
  </label>`;
}

/** The passages that the publisher approved for quoting. */
export function excerptsView(
  record: RenderRecord,
  excerpt: string,
  onChoose: (id: string) => void,
): TemplateResult | typeof nothing {
  if (!record.excerpts?.length) return nothing;
  const choice = (id: string, words: TemplateResult) =>
    html`<label class="choice"
      ><input type="radio" name="excerpt" .checked=${id === excerpt} @change=${() => onChoose(id)} />${words}</label
    >`;
  return html`<fieldset>
    <legend>Approved excerpt</legend>
    <div class="choices">
      ${choice('', html`<span>No excerpt: the title and the label only</span>`)}
      ${record.excerpts.map(({ id, text }) => choice(id, html`<span class="quote">“${clean(text)}”</span>`))}
    </div>
  </fieldset>`;
}

/** What leaves, word for word, and the switch. */
export function learnView({ sentence, fact }: Preview, tell: boolean, onTell: (on: boolean) => void): TemplateResult {
  return html`<section class="learn" aria-labelledby="learn">
    <h3 class="name" id="learn">What the publisher will learn</h3>
    <p>${fact && !tell ? 'Nothing will be sent.' : sentence}</p>
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
              Tell the publisher
            </label>
            <details class="small">
              <summary>The exact fact</summary>
              <pre>${JSON.stringify(fact, null, 2)}</pre>
              <p>It goes to this community’s own server, which keeps no name with it.</p>
            </details>`
        : nothing
    }
  </section>`;
}
