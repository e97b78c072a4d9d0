import { leadsOn } from './link.js';
import { isPromotional, promoted, unnamedProduct } from './product.js';
import type { Problem, Rule } from './rule.js';
import { isBlank, mentionsName } from './text.js';

/** What the obligatory text must hold, and a word by which it is known. The last two hold for some products only. */
const REQUIRED: readonly (readonly [what: string, word: RegExp, always: boolean])[] = [
  ['the composition', /zusammensetzung|wirkstoff/i, true],
  ['the indications', /anwendungsgebiet|indikation/i, true],
  ['the contraindications', /gegenanzeige|kontraindikation/i, true],
  ['the side effects', /nebenwirkung/i, true],
  ['the warnings', /warnhinweis/i, false],
  ['the words "verschreibungspflichtig"', /verschreibungspflichtig/i, false],
];

const obligatoryText: Rule = {
  id: 'DE-01',
  where: ['DE'],
  severity: 'error',
  confirmed: true,
  citation: 'HWG §4(1); BGH I ZR 2/12',
  checks: 'Promotional: every field of §4(1), or a direct link to them.',
  *check(record) {
    yield* unnamedProduct(record);
    for (const { product, path } of promoted(record)) {
      const url = product.piUrl?.['DE'];
      const text = product.obligatory?.['DE'];
      if (url !== undefined && !leadsOn(url)) continue;
      if (url !== undefined)
        yield {
          path: `${path}.piUrl.DE`,
          message: 'The link carries another address. A person must check that one click reaches the obligatory text.',
          fix: 'Give the address of the obligatory text itself.',
          undecided: true,
        };
      else if (isBlank(text))
        yield {
          path: `${path}.obligatory.DE`,
          message: 'There is neither the obligatory text for Germany nor a direct link to it.',
          fix: 'Write the fields of §4(1) in obligatory.DE, or link to them in piUrl.DE.',
        };
      else yield* fieldsOf(text ?? '', `${path}.obligatory.DE`);
    }
    yield* seatOf(record);
  },
};

function* fieldsOf(text: string, path: string): Iterable<Problem> {
  for (const [what, word, always] of REQUIRED) {
    if (word.test(text)) continue;
    if (always) yield { path, message: `The obligatory text lacks ${what}.`, fix: `Add ${what}.` };
    else
      yield {
        path,
        message: `The obligatory text does not hold ${what}. A person must check whether this product needs it.`,
        fix: `Add ${what} where the product needs it.`,
        undecided: true,
      };
  }
}

/** The company and its seat: among the parties, or in the text itself. */
function* seatOf(record: Parameters<Rule['check']>[0]): Iterable<Problem> {
  const written = promoted(record).filter(({ product }) => product.piUrl?.['DE'] === undefined);
  if (written.length === 0) return;
  const named = record.parties.filter(({ role }) => role === 'mah' || role === 'publisher' || role === 'sponsor');
  const texts = written.map(({ product }) => product.obligatory?.['DE'] ?? '');
  if (named.some(({ seat }) => !isBlank(seat))) return;
  const inText = texts.some((text) => named.some(({ name }) => mentionsName(text, name)));
  yield {
    path: 'parties',
    message: inText
      ? 'No company has a seat here. A person must check that the obligatory text gives it.'
      : 'No company is named with its seat.',
    fix: 'Give the company a seat: under parties.',
    ...(inText ? { undecided: true as const } : {}),
  };
}

const professionals: Rule = {
  id: 'DE-02',
  where: ['DE'],
  severity: 'error',
  confirmed: true,
  citation: 'HWG §10(1)',
  checks: 'Promotional: shown to healthcare professionals (Fachkreise) alone.',
  *check(record) {
    if (isPromotional(record) && !record.reuse.requireVerifiedHcp)
      yield {
        path: 'reuse.requireVerifiedHcp',
        message: 'A promotional item for Germany may be shown to others than healthcare professionals (Fachkreise).',
        fix: 'Set requireVerifiedHcp: true.',
      };
  },
};

const AUTHOR = /\p{Lu}[\p{L}'’-]+,? (\p{Lu}\.? ?){1,3}(?!\p{L})|et al/u;

const publication: Rule = {
  id: 'DE-03',
  where: ['DE'],
  severity: 'warning',
  confirmed: false,
  citation: 'HWG (section not checked)',
  checks: 'A publication is cited with its author, date and source.',
  *check({ citations = [], parties }) {
    for (const [i, { text, doi, pmid, url }] of citations.entries()) {
      const lacks = [
        ...(AUTHOR.test(text) || parties.some(({ name }) => mentionsName(text, name)) ? [] : ['its author']),
        ...(/(^|\D)(19|20)\d{2}(\D|$)/.test(text) ? [] : ['its date']),
        ...((doi ?? pmid ?? url) ? [] : ['a doi, pmid or url']),
      ];
      if (lacks.length > 0)
        yield {
          path: `citations.${i}.text`,
          message: `The citation seems to lack ${lacks.join(', ')}. A person must check that it gives author, date and source.`,
          fix: 'Write author, date and source in the citation.',
          undecided: true,
        };
    }
  },
};

/** Rules for Germany, beside those for the European Union. */
export const DE_RULES: readonly Rule[] = [obligatoryText, professionals, publication];
