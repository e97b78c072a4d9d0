/** Elements that few pages hold: each is loaded where its tag first stands. */
const LATER: Readonly<Record<string, () => Promise<CustomElementConstructor>>> = {
  'pq-quote': () => import('./quote/pq-quote.js').then(({ PqQuote }) => PqQuote),
  'pq-ledger': () => import('./ledger/pq-ledger.js').then(({ PqLedger }) => PqLedger),
};

export function defineLater(root: ParentNode): void {
  for (const [tag, load] of Object.entries(LATER))
    if ((root as Element).localName === tag || root.querySelector(tag))
      void load().then((element) => define(tag, element));
}

/** Another copy of the script on the page may have been faster. */
function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
