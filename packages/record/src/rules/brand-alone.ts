import type { Content } from '../schema.js';
import { firstNaming, promoted } from './product.js';
import type { Problem } from './rule.js';
import { mentionsGeneric } from './text.js';

/** Brands of promotional content whose other name does not stand beside them where they stand first. @param kind what the law there calls that name */
export function* brandAlone(record: Content, kind: 'generic' | 'established'): Iterable<Problem> {
  for (const { product } of promoted(record)) {
    const first = product.brand === undefined ? undefined : firstNaming(record, product.brand);
    if (first !== undefined && !mentionsGeneric(first.text, product.generic))
      yield {
        path: first.path,
        message: `${product.brand} stands here first, without its ${kind} name.`,
        fix: `Add ${product.generic} beside it.`,
      };
  }
}
