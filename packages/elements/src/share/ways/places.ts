import { html, nothing, type TemplateResult } from 'lit';
import type { WaysWords } from './words.js';

/**
 * A publisher's page can only lead to a community: no comment, no threads, no counting where its scripts could read them.
 * The item travels in the fragment, which no server sees, and no referrer goes along.
 */
export function placesView(
  communities: readonly { name: string; share: string }[],
  link: string,
  words: WaysWords,
): TemplateResult {
  return html`<p>${words.chooseCommunity}</p>
    <ul class="places">
      ${communities.map(
        ({ name, share }) =>
          html`<li>
            <a
              href=${`${share}#pq-share=${encodeURIComponent(link)}`}
              rel="noopener noreferrer"
              referrerpolicy="no-referrer"
              >${name}</a
            >
          </li>`,
      )}
    </ul>
    ${communities.length === 0 ? html`<p>${words.noCommunity}</p>` : nothing}`;
}
