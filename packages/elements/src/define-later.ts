/** Elements that few pages hold: each is loaded where its tag first stands. */
const LATER: Readonly<Record<string, () => Promise<unknown>>> = {
  'pq-quote': () => import('./quote/define-quote.js'),
  'pq-ledger': () => import('./ledger/define-ledger.js'),
};

export function defineLater(root: ParentNode): void {
  for (const [tag, load] of Object.entries(LATER))
    if ((root as Element).localName === tag || root.querySelector(tag)) void load();
}
