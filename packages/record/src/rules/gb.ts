import { GB_APPROVAL_RULES } from './gb-approval.js';
import { adverseEventRule } from './gb-adverse-events.js';
import { GB_BRAND_RULES } from './gb-brand.js';
import { GB_PROACTIVE_RULES } from './gb-proactive.js';
import { leadsOn, pageOf } from './link.js';
import { companyInvolved, COMPANY_ROLES, primary, shownStatement } from './party.js';
import { promoted, unnamedProduct } from './product.js';
import type { Rule } from './rule.js';
import { isBlank, mentionsName } from './text.js';

/** What a company can have done, in the words of an English statement. */
const DEED =
  /written|wrote|author|fund|sponsor|review|paid|support|commission|develop|produc|publish|prepar|creat|organi[sz]|initiat|involve|provid/i;

const companyRole: Rule = {
  id: 'GB-01',
  where: ['GB'],
  severity: 'error',
  confirmed: true,
  citation: 'ABPI 2024 cl. 5.6',
  checks: 'Where a company has any part in the item, the statement that readers see names it and its role.',
  *check(record) {
    if (!companyInvolved(record)) return;
    const companies = record.parties.filter(({ role }) => COMPANY_ROLES.has(role));
    if (companies.length === 0) {
      yield {
        path: 'parties',
        message: 'A company has a part in the item, and no party names it.',
        fix: 'Add the company with its role: publisher, sponsor, funder, reviewer, mah or partner.',
      };
      return;
    }
    const { language, text } = shownStatement(record);
    const path = `involvement.${language}`;
    if (!companies.some(({ name }) => mentionsName(text, name)))
      yield {
        path,
        message: 'The statement names none of the companies among the parties.',
        fix: `Name the company as parties does, such as "Written and funded by ${companies[0]?.name ?? 'the company'}."`,
      };
    else if (primary(language) !== 'en')
      yield {
        path,
        message: 'UK readers see this statement, and it is not in English. A person must check that it tells the role.',
        fix: 'Add the statement in English, or have a reader of this language check it.',
        undecided: true,
      };
    else if (!DEED.test(text))
      yield {
        path,
        message: 'The statement names the company and does not say what it did.',
        fix: 'Say whether the company wrote, funded, reviewed or published it.',
      };
  },
};

const prescribingInformation: Rule = {
  id: 'GB-02',
  where: ['GB'],
  severity: 'error',
  confirmed: true,
  citation: 'ABPI 2024 cl. 12.1(ii), 13.2',
  checks: 'Promotional: prescribing information for the UK is one click away, and not behind a login.',
  *check(record) {
    yield* unnamedProduct(record);
    for (const { product, path } of promoted(record)) {
      const url = product.piUrl?.['GB'];
      const at = `${path}.piUrl.GB`;
      const fix = 'Give the address of the UK prescribing information itself, open to every reader of the item.';
      if (url === undefined && !isBlank(product.obligatory?.['GB']))
        yield {
          path: at,
          message:
            'There is no link to the UK prescribing information. A person must check that obligatory.GB holds the whole of it.',
          fix,
          undecided: true,
        };
      else if (url === undefined)
        yield { path: at, message: 'There is no link to the UK prescribing information.', fix };
      else if (record.accessGate === 'hcp-login' && pageOf(url) === pageOf(record.canonicalUrl))
        yield { path: at, message: 'The prescribing information stands on the page that needs a login.', fix };
      else if (leadsOn(url))
        yield {
          path: at,
          message:
            'The link carries another address. A person must check that one click reaches the prescribing information.',
          fix,
          undecided: true,
        };
    }
  },
};

/** Rules for the United Kingdom. */
export const GB_RULES: readonly Rule[] = [
  companyRole,
  prescribingInformation,
  adverseEventRule,
  ...GB_BRAND_RULES,
  ...GB_APPROVAL_RULES,
  ...GB_PROACTIVE_RULES,
];
