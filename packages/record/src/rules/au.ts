import { promoted, unnamedProduct } from './product.js';
import type { Rule } from './rule.js';
import { isBlank } from './text.js';

const inclusions: Rule = {
  id: 'AU-01',
  where: ['AU'],
  severity: 'warning',
  confirmed: false,
  citation: 'Medicines Australia Code, edition 19, 2.1, 2.3–2.5 (headings read, wording not checked)',
  checks: 'Promotional: the required inclusions, or a link to the product information, for each product.',
  *check(record) {
    yield* unnamedProduct(record);
    for (const { product, path } of promoted(record)) {
      if (product.piUrl?.['AU'] === undefined && isBlank(product.obligatory?.['AU']))
        yield {
          path: `${path}.obligatory.AU`,
          message: 'The required inclusions for Australia are missing.',
          fix: 'Write them in obligatory.AU, or link to the product information in piUrl.AU. A person must check 2.1 and 2.3 to 2.5.',
        };
    }
  },
};

/** Rules for Australia. */
export const AU_RULES: readonly Rule[] = [inclusions];
