import { approvalsOf } from './approval.js';
import { isPromotional, promoted, unnamedProduct } from './product.js';
import type { Rule } from './rule.js';
import { isBlank } from './text.js';

const minimumContent: Rule = {
  id: 'ES-01',
  where: ['ES'],
  severity: 'warning',
  confirmed: false,
  citation: 'RD 1416/1994 (details not checked)',
  checks: 'Promotional: the minimum content or the ficha técnica, and the reference of the soporte válido.',
  *check(record) {
    yield* unnamedProduct(record);
    for (const { product, path } of promoted(record)) {
      if (product.piUrl?.['ES'] === undefined && isBlank(product.obligatory?.['ES']))
        yield {
          path: `${path}.obligatory.ES`,
          message: 'There is neither the minimum content for Spain nor a link to the ficha técnica.',
          fix: 'Write it in obligatory.ES, or link to the ficha técnica in piUrl.ES.',
        };
    }
    if (isPromotional(record) && approvalsOf(record, 'ES', 'ES').length === 0)
      yield {
        path: 'approvals',
        message: 'No soporte válido is named for Spain.',
        fix: 'Add an approval with country: ES, scheme: ES, its reference and date.',
      };
  },
};

/** Rules for Spain, beside those for the European Union. */
export const ES_RULES: readonly Rule[] = [minimumContent];
