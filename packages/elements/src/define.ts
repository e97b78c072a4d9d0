import { canDraw } from './can-draw.js';
import { PqCard } from './pq-card.js';
import { PqLabel } from './pq-label.js';
import { PqShare } from './pq-share.js';
import { sharedPage } from './shared-page.js';
import { VERSION } from './version.js';

const ELEMENTS = { 'pq-label': PqLabel, 'pq-card': PqCard, 'pq-share': PqShare };

/**
 * Registers the elements, all or none: the first copy on a page stays in use, because a card of one copy that opened the
 * dialog of another would work by luck alone.
 */
function define(): void {
  const tags = Object.entries(ELEMENTS);
  const taken = tags.find(([tag]) => customElements.get(tag))?.[0];
  if (taken !== undefined)
    console.warn(
      `Pullquote ${VERSION}: <${taken}> is defined already. Copy ${sharedPage.version ?? 'unknown'} stays in use; connect() reaches it.`,
    );
  else if (!canDraw())
    console.warn("Pullquote: stored text stays as it is. Add 'pullquote' to trusted-types in this page's policy.");
  else {
    sharedPage.version = VERSION;
    for (const [tag, element] of tags) customElements.define(tag, element);
  }
}

// Where there is no page, as on a server that loads the bundle, there is nothing to register.
if ('customElements' in globalThis) define();
