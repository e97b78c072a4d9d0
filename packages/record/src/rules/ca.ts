import { approvalsOf } from './approval.js';
import { isPromotional, promoted, unnamedProduct } from './product.js';
import type { Rule } from './rule.js';
import { isBlank } from './text.js';

const preclearance: Rule = {
  id: 'CA-01',
  where: ['CA'],
  severity: 'error',
  confirmed: true,
  citation: 'PAAB',
  checks: 'Promotional: the reference of the PAAB preclearance, which still holds, and the risks beside the benefit.',
  *check(record, { today }) {
    yield* unnamedProduct(record);
    if (!isPromotional(record)) return;
    const cleared = approvalsOf(record, 'CA', 'PAAB');
    if (cleared.length === 0)
      yield {
        path: 'approvals',
        message: 'No PAAB preclearance is named.',
        fix: 'Add an approval with country: CA, scheme: PAAB, its reference and date.',
      };
    else if (cleared.every(({ approval }) => approval.expires !== undefined && approval.expires < today))
      yield {
        path: `${cleared[0]?.path ?? 'approvals'}.expires`,
        message: 'The PAAB preclearance has expired.',
        fix: 'Have the item cleared again, or take CA out of the audience.',
      };
    for (const { product, path } of promoted(record)) {
      if (isBlank(product.safety?.['CA']))
        yield {
          path: `${path}.safety.CA`,
          message: 'The label has no safety information for Canadian readers, so benefit stands without risk.',
          fix: 'Write the risks in safety.CA: they stand in every label.',
        };
    }
  },
};

/** Rules for Canada. */
export const CA_RULES: readonly Rule[] = [preclearance];
