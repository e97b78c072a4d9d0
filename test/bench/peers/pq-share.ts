import type {} from '@pullquote/elements';
import { register } from '../support/peer.js';

register('pq-share', {
  async start(holder) {
    await Promise.all([...holder.querySelectorAll('pq-share')].map(({ updateComplete }) => updateComplete));
  },
});
