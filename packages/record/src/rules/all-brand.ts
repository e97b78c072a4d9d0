import { isPromotional, textsOf } from './product.js';
import type { Rule } from './rule.js';
import { mentions } from './text.js';

const noBrandClaim: Rule = {
  id: 'ALL-09',
  where: 'all',
  severity: 'error',
  confirmed: true,
  citation: 'EFPIA 2019; IFPMA Joint Note 2022',
  checks:
    'Independent education and risk-minimisation material make no claim for a brand. A brand in the title of independent education is one.',
  *check(record) {
    const independent = record.promotionalStatus === 'independent-medical-education';
    if (!independent && record.promotionalStatus !== 'risk-minimisation') return;
    const brands = (record.products ?? []).flatMap(({ brand }) => (brand === undefined ? [] : [brand]));
    for (const brand of brands) {
      for (const { path, text } of textsOf(record)) {
        if (!mentions(text, brand)) continue;
        const fix = 'Use the generic name, or correct promotionalStatus.';
        if (independent && path === 'title')
          yield { path, message: `The title of independent education carries the brand ${brand}.`, fix };
        else
          yield {
            path,
            message: `The text names the brand ${brand}. A person must check that it makes no claim for it.`,
            fix,
            undecided: true,
          };
      }
    }
  },
};

const approvedText: Rule = {
  id: 'ALL-12',
  where: 'all',
  severity: 'error',
  confirmed: true,
  citation: "Pullquote's own rule",
  checks: 'A promotional item lists no machine translation: that is not the text that was approved.',
  *check(record) {
    if (!isPromotional(record)) return;
    for (const [i, { lang, kind }] of (record.translations ?? []).entries()) {
      if (kind === 'machine')
        yield {
          path: `translations.${i}.kind`,
          message: `The translation into ${lang} was made by a machine, so it is not the approved text.`,
          fix: 'Take it out, or have it certified and approved.',
        };
    }
  },
};

/** What the product's brand, and a text that nobody approved, must not do. */
export const BRAND_RULES: readonly Rule[] = [noBrandClaim, approvedText];
