import { html, nothing, type TemplateResult } from 'lit';
import type { Destination } from '../share-event.js';
import type { Words } from '../words.js';
import { ENGLISH_POSTING } from './posting-words.js';

/** It stands: where, and the way there where the host gave one. */
export function postedView(
  posted: readonly Destination[],
  onAgain: () => void,
  onClose: () => void,
  { list, posting: words = ENGLISH_POSTING }: Words,
  close: string,
): TemplateResult {
  return html`<div class="body">
      <p class="posted" role="status" tabindex="-1">${words.postedIn(list(posted.map(({ label }) => label)))}</p>
      ${posted.map(({ url, label }) => (leads(url) ? html`<p><a href=${url}>${posted.length > 1 ? label : words.seePost}</a></p>` : nothing))}
    </div>
    <div class="end">
      <button class="post" type="button" @click=${onClose}>${close}</button>
      <button type="button" @click=${onAgain}>${words.again}</button>
    </div>`;
}

/** A host's address is taken for a link only where it is one: never for a script. */
function leads(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url, location.href) && /^https?:/.test(new URL(url, location.href).href);
}
