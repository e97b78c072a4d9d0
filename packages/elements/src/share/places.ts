import { html, type TemplateResult } from 'lit';

/**
 * A publisher's page can only lead to a community: no comment, no threads, no counting where its scripts could read them.
 * The item travels in the fragment, which no server sees, and no referrer goes along.
 */
export function placesView(communities: readonly { name: string; share: string }[], link: string): TemplateResult {
  return html`<p class="small">
      Choose your community. Your comment and where you post it stay there: this page learns neither.
    </p>
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
    ${communities.length === 0 ? html`<p>No community is listed here yet. Copy the link and paste it into a post.</p>` : ''}`;
}
