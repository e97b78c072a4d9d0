/** The whole SDK as one script: registers the elements and upgrades the posts of the page that it stands on. */
import './define.js';
import { upgrade } from './upgrade.js';

export { connect } from './connect.js';
export { forget } from './forget.js';
export { upgrade };

// Where no copy could register its elements, posts keep their stored text; on a server there is no page at all.
if (globalThis.customElements?.get('pq-card')) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => upgrade());
  else upgrade();
}
