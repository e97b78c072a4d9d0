import { brandAlone } from './brand-alone.js';
import { isPromotional, promoted } from './product.js';
import type { Rule } from './rule.js';

const NOT_READ = 'ABPI 2021 cl. 12 (wording not checked)';

const genericName: Rule = {
  id: 'GB-04',
  where: ['GB'],
  severity: 'warning',
  confirmed: false,
  citation: NOT_READ,
  checks: 'Promotional with a brand: the generic name stands where the brand stands first.',
  check: (record) => brandAlone(record, 'generic'),
};

const additionalMonitoring: Rule = {
  id: 'GB-05',
  where: ['GB'],
  severity: 'warning',
  confirmed: false,
  citation: NOT_READ,
  checks: 'Promotional with a brand: the record says whether the product is under additional monitoring (▼).',
  *check(record) {
    for (const { product, path } of promoted(record)) {
      if (product.brand !== undefined && product.additionalMonitoring?.['GB'] === undefined)
        yield {
          path: `${path}.additionalMonitoring.GB`,
          message: `The record does not say whether ${product.brand} is under additional monitoring in the UK. A person must look.`,
          fix: 'Set it to true, and the label shows ▼; or to false.',
          undecided: true,
        };
    }
  },
};

const preparation: Rule = {
  id: 'GB-06',
  where: ['GB'],
  severity: 'warning',
  confirmed: false,
  citation: NOT_READ,
  checks: 'Promotional with a brand: the date of preparation is given.',
  *check(record) {
    const branded = (record.products ?? []).some(({ brand }) => brand !== undefined);
    if (isPromotional(record) && branded && record.datePrepared === undefined)
      yield { path: 'datePrepared', message: 'There is no date of preparation.', fix: 'Give datePrepared.' };
  },
};

/** What stands beside a brand in the United Kingdom. */
export const GB_BRAND_RULES: readonly Rule[] = [genericName, additionalMonitoring, preparation];
