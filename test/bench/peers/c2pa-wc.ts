import 'c2pa-wc';
import { register } from '../support/peer.js';

interface Summary extends HTMLElement {
  manifestStore: unknown;
  readonly updateComplete: Promise<boolean>;
}

/** What the C2PA reader hands over once its WebAssembly has checked an asset. Here it is given: no signature is looked at. */
const manifestOf = (title: string) => ({
  format: 'application/pdf',
  title,
  signature: { issuer: 'Parke-Davis / Pfizer', isoDateString: '2014-01-13T00:00:00Z' },
  claimGenerator: { value: 'Publisher tools 1.0', product: 'Publisher tools' },
  producer: { '@type': 'Organization', name: 'Parke-Davis Div of Pfizer Inc', identifier: '' },
  socialAccounts: null,
  thumbnail: null,
  generativeInfo: null,
  web3: null,
  isBeta: false,
  error: null,
  validationStatus: [],
});

register('c2pa-wc', {
  async start(holder) {
    const elements = [...holder.querySelectorAll<Summary>('cai-manifest-summary')];
    for (const element of elements) element.manifestStore = manifestOf(element.dataset['title'] ?? '');
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
  },
});
