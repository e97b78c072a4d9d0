import type {} from '@pullquote/elements';
import { register } from '../support/peer.js';

register('pq-card', {
  async start(holder) {
    // Posts become cards in a task after they were added.
    await new Promise((done) => setTimeout(done));
    const cards = [...holder.querySelectorAll('pq-card')];
    while (!cards.every(({ verdict }) => verdict)) await new Promise((done) => setTimeout(done, 10));
    await Promise.all(cards.map(({ updateComplete }) => updateComplete));
  },
});
