import { PqCard } from './pq-card.js';
import { PqLabel } from './pq-label.js';
import { PqShare } from './pq-share.js';

/** Registers the elements. A tag that is taken already is left as it is: another copy on the page must not break this one. */
function define(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (taken !== element)
    console.warn(`Pullquote: <${tag}> is already defined on this page by another copy; that one stays in use.`);
}

define('pq-label', PqLabel);
define('pq-card', PqCard);
define('pq-share', PqShare);
