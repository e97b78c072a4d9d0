import { PqLedger } from './pq-ledger.js';

if (!customElements.get('pq-ledger')) customElements.define('pq-ledger', PqLedger);
