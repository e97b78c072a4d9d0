import 'shariff/dist/shariff.complete.js';
import 'shariff/dist/shariff.complete.css';
import { register } from '../support/peer.js';

declare const Shariff: new (element: Element) => unknown;

register('shariff', {
  async start(holder) {
    for (const element of holder.querySelectorAll('.shariff')) new Shariff(element);
  },
});
