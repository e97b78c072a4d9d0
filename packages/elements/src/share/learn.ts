import { html, nothing, type TemplateResult } from 'lit';
import type { FactDraft, Preview } from '@pullquote/events';
import type { Words } from '../words.js';
export { dress } from './learn-styles.js';
export { tellFact } from './port.js';
import { ENGLISH_LEARNING, type LearnWords } from './learn-words.js';

/** What a fact would tell, in one sentence; undefined where the doctor has switched it off. */
export function toldBy(preview: Preview, tell: boolean, { learning = ENGLISH_LEARNING }: Words): string | undefined {
  return tell || !preview.fact ? learning.tells(preview) : undefined;
}

/** The switch, and the exact fact behind the sentence: nothing where there is no fact. */
export function switchView(
  { fact }: Preview,
  tell: boolean,
  onTell: (on: boolean) => void,
  { learning: words = ENGLISH_LEARNING }: Words,
): TemplateResult | typeof nothing {
  if (!fact) return nothing;
  return html`<label class="switch">
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
      ${exactView(fact, words)}
    </details>`;
}

/** A fact as readable text, and below it as it is sent. */
function exactView({ fact, item, version, depth }: FactDraft, words: LearnWords): TemplateResult {
  const rows: [name: string, value: string][] = [
    [words.what, words.acts[fact as keyof typeof words.acts] ?? fact],
    [words.item, item],
    [words.version, String(version)],
  ];
  // Only a post that all members can read has a depth.
  if (depth !== undefined)
    rows.push([words.depth, words.depths[depth] ?? String(depth)], [words.readers, words.members]);
  return html`<p>${words.intro}</p>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p>${words.stays}</p>
    <p>${words.asSent}: <code dir="ltr">${JSON.stringify({ fact, item, version, depth })}</code></p>`;
}
