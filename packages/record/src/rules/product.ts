import type { Content } from '../schema.js';
import type { Problem } from './rule.js';
import { mentions } from './text.js';

type Product = NonNullable<Content['products']>[number];

export function isPromotional(record: Content): boolean {
  return record.promotionalStatus === 'promotional';
}

/** Products of a promotional item with their paths; none of any other. */
export function promoted(record: Content): { product: Product; path: string }[] {
  if (!isPromotional(record)) return [];
  return (record.products ?? []).map((product, i) => ({ product, path: `products.${i}` }));
}

/** A promotional item without a product would pass every rule about products: it says so instead. */
export function unnamedProduct(record: Content): Problem[] {
  if (!isPromotional(record) || (record.products ?? []).length > 0) return [];
  const fix = 'Name the product under products, or correct promotionalStatus.';
  if (record.labelStatus === 'no-product')
    return [
      {
        path: 'products',
        message:
          'The item is promotional and says that it is about no product. A person must check that it promotes none.',
        fix,
        undecided: true,
      },
    ];
  return [{ path: 'products', message: 'The item is promotional and names no product.', fix }];
}

/** Where the brand stands first: readers meet the title, then the summary, then the passages. */
export function firstNaming(record: Content, brand: string): { path: string; text: string } | undefined {
  return textsOf(record).find(({ text }) => mentions(text, brand));
}

/** Every text that a reader reads as the item's own. */
export function textsOf(record: Content): { path: string; text: string }[] {
  return [
    { path: 'title', text: record.title },
    ...(record.summary === undefined ? [] : [{ path: 'summary', text: record.summary }]),
    ...(record.excerpts ?? []).map(({ text }, i) => ({ path: `excerpts.${i}.text`, text })),
  ];
}
