import { isPromotional, promoted, unnamedProduct } from './product.js';
import type { Rule } from './rule.js';
import { isBlank } from './text.js';

/** The member states of the European Union. Norway, Iceland and Liechtenstein apply the directive through other law. */
export const EU_MEMBERS: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const essentials: Rule = {
  id: 'EU-01',
  where: EU_MEMBERS,
  severity: 'error',
  confirmed: true,
  citation: '2001/83/EC art. 91',
  checks: 'Promotional: for each country, the essentials of the SmPC and the supply class.',
  *check(record, { countries }) {
    yield* unnamedProduct(record);
    for (const { product, path } of promoted(record)) {
      for (const country of countries) {
        if (isBlank(product.legalClass?.[country]))
          yield {
            path: `${path}.legalClass.${country}`,
            message: `There is no supply class for ${country}.`,
            fix: 'Say how the product is supplied there, such as "prescription only".',
          };
        const { piUrl, obligatory, safety } = product;
        if (piUrl?.[country] === undefined && isBlank(obligatory?.[country]) && isBlank(safety?.[country]))
          yield {
            path: `${path}.piUrl.${country}`,
            message: `There are no essentials of the SmPC for ${country}.`,
            fix: `Link to them in piUrl.${country}, or write them in obligatory.${country}.`,
          };
      }
    }
  },
};

const date: Rule = {
  id: 'EU-02',
  where: EU_MEMBERS,
  severity: 'error',
  confirmed: true,
  citation: '2001/83/EC art. 92',
  checks: 'Promotional: the date on which it was drawn up or last revised.',
  *check(record) {
    if (isPromotional(record) && record.datePrepared === undefined && record.lastRevised === undefined)
      yield {
        path: 'datePrepared',
        message: 'There is no date on which the item was drawn up or last revised.',
        fix: 'Give datePrepared or lastRevised.',
      };
  },
};

const quotation: Rule = {
  id: 'EU-03',
  where: EU_MEMBERS,
  severity: 'error',
  confirmed: true,
  citation: '2001/83/EC art. 92',
  checks: 'Promotional with a quotation: the cited source is precise enough to be found.',
  *check(record) {
    if (!isPromotional(record)) return;
    const cited = new Set((record.excerpts ?? []).flatMap(({ citations = [] }) => citations));
    for (const [i, { n, text, doi, pmid, url }] of (record.citations ?? []).entries()) {
      if (!cited.has(n) || doi !== undefined || pmid !== undefined || url !== undefined) continue;
      const path = `citations.${i}`;
      const fix = 'Add doi, pmid or url, or write the source with its year and place.';
      if (/(^|\D)(19|20)\d{2}(\D|$)/.test(text))
        yield {
          path,
          message:
            'An excerpt rests on this source, which has no doi, pmid or url. A person must check that it can be found.',
          fix,
          undecided: true,
        };
      else
        yield {
          path,
          message: 'An excerpt rests on this source, which names neither a year nor a doi, pmid or url.',
          fix,
        };
    }
    for (const [i, { citations = [] }] of (record.excerpts ?? []).entries()) {
      if (citations.length === 0)
        yield {
          path: `excerpts.${i}.citations`,
          message: 'The quotation names no source.',
          fix: 'Give the number of its citation.',
        };
    }
  },
};

/** Rules for the member states of the European Union. */
export const EU_RULES: readonly Rule[] = [essentials, date, quotation];
