import { html, type TemplateResult } from 'lit';
import type { FactDraft } from '@pullquote/events';
import type { Words } from '../words.js';
import type { Telling } from './telling.js';
import type { ShareWords } from './words.js';

/** What the publisher will learn, word for word, and the switch. Without counting: that nothing is sent. */
export function learnView(
  telling: Telling | undefined,
  draft: FactDraft,
  tell: boolean,
  onTell: (on: boolean) => void,
  words: Words,
  { learn, nothingSent }: ShareWords,
): TemplateResult {
  const preview = telling?.port.preview(draft);
  return html`<section class="learn" aria-labelledby="learn">
    <h3 class="name" id="learn">${learn}</h3>
    <p>${(preview && telling?.toldBy(preview, tell, words)) ?? nothingSent}</p>
    ${preview && telling?.switchView(preview, tell, onTell, words)}
  </section>`;
}
