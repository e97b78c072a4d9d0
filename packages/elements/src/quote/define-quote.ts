import { PqQuote } from './pq-quote.js';

// Another copy of the script on the page may have been faster.
if (!customElements.get('pq-quote')) customElements.define('pq-quote', PqQuote);
