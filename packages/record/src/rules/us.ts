import { brandAlone } from './brand-alone.js';
import { approvalsOf } from './approval.js';
import { isPromotional, promoted, unnamedProduct } from './product.js';
import type { Rule } from './rule.js';
import { isBlank, mentions } from './text.js';
import { boxedWarningRule } from './us-boxed-warning.js';
import { unapprovedUseRule } from './us-unapproved-use.js';

const establishedName: Rule = {
  id: 'US-01',
  where: ['US'],
  severity: 'error',
  confirmed: true,
  citation: '21 CFR 202.1',
  checks: 'Promotional with a brand: the established (generic) name stands where the brand stands first.',
  check: (record) => brandAlone(record, 'established'),
};

const fairBalance: Rule = {
  id: 'US-02',
  where: ['US'],
  severity: 'error',
  confirmed: true,
  citation: '21 CFR 202.1; FDA draft guidance 2014 (small space)',
  checks:
    'Promotional, so taken to claim a benefit: the risks stand in the same label, and the prescribing information is one link away.',
  *check(record) {
    yield* unnamedProduct(record);
    for (const { product, path } of promoted(record)) {
      if (isBlank(product.safety?.['US']))
        yield {
          path: `${path}.safety.US`,
          message: 'The label has no important safety information for US readers.',
          fix: 'Write the risks in safety.US: they stand in every label.',
        };
      if (product.piUrl?.['US'] === undefined)
        yield {
          path: `${path}.piUrl.US`,
          message: 'There is no link to the US prescribing information.',
          fix: 'Give its address in piUrl.US.',
        };
    }
  },
};

const submission: Rule = {
  id: 'US-04',
  where: ['US'],
  severity: 'warning',
  confirmed: false,
  citation: 'Form FDA 2253 (regulation not checked)',
  checks: 'Promotional: the reference of the submission on Form FDA 2253.',
  *check(record) {
    if (isPromotional(record) && approvalsOf(record, 'US', 'FDA-2253').length === 0)
      yield {
        path: 'approvals',
        message: 'No submission on Form FDA 2253 is named.',
        fix: 'Add an approval with country: US, scheme: FDA-2253, its reference and date.',
      };
  },
};

const PAY = /paid|pays|honorari|compensat|fee\b|fees\b|employ|consult/i;

const paidAuthor: Rule = {
  id: 'US-06',
  where: ['US'],
  severity: 'warning',
  confirmed: false,
  citation: '16 CFR 255 (not checked)',
  checks: 'A paid author: the material connection is told, in the statement or in the declared interests.',
  *check({ parties, involvement }) {
    for (const [i, { role, name, paid, interests }] of parties.entries()) {
      if (role !== 'author' || paid !== true || !isBlank(interests)) continue;
      const told = Object.values(involvement).some((text) => mentions(text, name) && PAY.test(text));
      if (!told)
        yield {
          path: `parties.${i}.interests`,
          message: `${name} was paid, and neither interests nor the statement says by whom.`,
          fix: 'Say who paid the author, and for what.',
        };
    }
  },
};

/** Rules for the United States. */
export const US_RULES: readonly Rule[] = [
  establishedName,
  fairBalance,
  boxedWarningRule,
  submission,
  unapprovedUseRule,
  paidAuthor,
];
