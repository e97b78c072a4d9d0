import { isPromotional } from './product.js';
import type { Rule } from './rule.js';
import { isBlank } from './text.js';

/** Scientific information about a use that is not approved. */
export const unapprovedUseRule: Rule = {
  id: 'US-05',
  where: ['US'],
  severity: 'error',
  confirmed: true,
  citation: 'FDA guidance on scientific information about unapproved uses (SIUU), January 2025',
  checks:
    'A use that is not approved: the source publication is cited, the disclosures are given, and nothing is promotional.',
  *check(record) {
    if (record.labelStatus !== 'unapproved-use') return;
    if (isPromotional(record))
      yield {
        path: 'promotionalStatus',
        message: 'A promotional item describes a use that is not approved.',
        fix: 'Take the unapproved use out, or publish it apart from promotion, as scientific exchange.',
      };
    if ((record.citations ?? []).length === 0)
      yield {
        path: 'citations',
        message: 'The source publication is not cited.',
        fix: 'Add it under citations.',
      };
    const products = record.products ?? [];
    if (products.length === 0)
      yield {
        path: 'products',
        message: 'The product whose unapproved use is described is not named, so no disclosure can stand beside it.',
        fix: 'Add the product under products, with the disclosures in obligatory.US.',
      };
    for (const [i, { obligatory }] of products.entries()) {
      if (isBlank(obligatory?.['US']))
        yield {
          path: `products.${i}.obligatory.US`,
          message: 'The disclosures are missing.',
          fix: 'Write in obligatory.US that the use is not approved, and what else must be disclosed. A person must check that all of it is there.',
        };
    }
  },
};
