import { compactLabel } from '../label/compact.js';
import { clean } from '../label/text.js';
import type { Content } from '../schema.js';
import { textsOf } from './product.js';
import type { Rule } from './rule.js';

/** How people write that they left something out. */
const CUT_OFF = /(…|\.{3}|\[\s*(…|\.{3}|more)\s*\])["”]?\s*$/i;
const SPEAKS_OF_ONE = /box(ed)? warning|black box/i;

/** A boxed warning is in every label whole, or the item is not signed. */
export const boxedWarningRule: Rule = {
  id: 'US-03',
  where: ['US'],
  severity: 'error',
  confirmed: true,
  citation: '21 CFR 202.1',
  checks: 'A boxed warning stands whole in the label, and so in every rendering of it.',
  *check(record) {
    const products = record.products ?? [];
    for (const [i, { boxedWarning }] of products.entries()) {
      if (boxedWarning === undefined) continue;
      const path = `products.${i}.boxedWarning.US`;
      const text = boxedWarning['US'];
      if (text === undefined)
        yield {
          path,
          message: `A boxed warning is given for ${Object.keys(boxedWarning).join(', ')} and none for the US. A person must check the US label.`,
          fix: 'Add the US boxed warning, whole, if the US label has one.',
          undecided: true,
        };
      else if (CUT_OFF.test(clean(text)) || !isShown(record, text))
        yield {
          path,
          message: 'The boxed warning is not whole.',
          fix: 'Write it word for word, as the US label has it.',
        };
    }
    if (products.some(({ boxedWarning }) => boxedWarning?.['US'] !== undefined)) return;
    const safety = products.map((product, i) => ({
      path: `products.${i}.safety.US`,
      text: product.safety?.['US'] ?? '',
    }));
    for (const { path, text } of [...textsOf(record), ...safety]) {
      if (SPEAKS_OF_ONE.test(text))
        yield {
          path,
          message: 'The text speaks of a boxed warning, and no product holds one. A person must check the US label.',
          fix: 'Add it, whole, in boxedWarning.US of the product that has it.',
          undecided: true,
        };
    }
  },
};

/** Asks the label itself: what it does not hold, no rendering can. */
function isShown(record: Content, text: string): boolean {
  const label = compactLabel(asRecord(record), { state: 'as-stated', country: 'US' });
  return label.compact.some((item) => item.field === 'boxedWarning' && item.text === clean(text));
}

/** The claims that signing adds do not touch this field. */
function asRecord(content: Content): Parameters<typeof compactLabel>[0] {
  const { canonicalUrl } = content;
  return { ...content, iss: canonicalUrl, iat: 0, exp: 0, status: { uri: canonicalUrl, idx: 0 } };
}
