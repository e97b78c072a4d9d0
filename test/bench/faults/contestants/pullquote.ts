import { createCounting } from '@pullquote/events/browser';
import './contestant.js';

const asked = new URLSearchParams(location.search);
const counting = createCounting({
  endpoint: '/pq/facts',
  count: 'shares',
  storage: asked.get('storage') === 'persistent' ? 'persistent' : 'memory',
  login: 'a-random-name',
});
globalThis.contestant = {
  record: (n) => counting.record({ fact: 'shared', item: `urn:fault:${n}`, version: 1, depth: 1 }),
};
