import 'bluesky-post-embed';
import 'bluesky-post-embed/style.css';
import 'bluesky-post-embed/themes/light.css';
import { register } from '../support/peer.js';

register('bluesky-post-embed', {
  async start(holder) {
    const isLoaded = (post: Element) => post.querySelector('.bluesky-embed') !== null;
    const loading = [...holder.querySelectorAll('bluesky-post')].filter((post) => !isLoaded(post));
    await Promise.all(loading.map((post) => new Promise((done) => post.addEventListener('loaded', done))));
  },
});
