import { isSecureUrl } from '../origin.js';
import { BRAND_RULES } from './all-brand.js';
import { excerptRule } from './all-excerpt.js';
import { linkRule } from './all-link.js';
import { isNamedRole, namesRole } from './party.js';
import { isPromotional } from './product.js';
import type { Rule } from './rule.js';
import { isBlank } from './text.js';

const OWN = "Pullquote's own rule";

/** Codes that people write and that no rule would match: the country's rules would not run, without a word. */
const NOT_A_COUNTRY: Readonly<Record<string, string>> = {
  UK: 'Write GB.',
  EL: 'Write GR.',
  EU: 'List the member states one by one.',
};

const identity: Rule = {
  id: 'ALL-01',
  where: 'all',
  severity: 'error',
  confirmed: true,
  citation: OWN,
  checks: 'Every item has an id, a version, a title that can be read, and an address of its own.',
  *check({ id, version, title, canonicalUrl }) {
    if (isBlank(id)) yield { path: 'id', message: 'The item has no id.', fix: 'Give it a URN, such as urn:uuid:….' };
    if (!Number.isInteger(version) || version < 1)
      yield { path: 'version', message: 'The item has no version.', fix: 'Start with version: 1.' };
    if (isBlank(title))
      yield { path: 'title', message: 'The title holds nothing that can be read.', fix: 'Write the title.' };
    if (!isSecureUrl(canonicalUrl) || canonicalUrl.includes('#'))
      yield {
        path: 'canonicalUrl',
        message: 'The item has no address of its own that readers can go to.',
        fix: 'Give an https address on your origin, without a fragment.',
      };
  },
};

const involvement: Rule = {
  id: 'ALL-02',
  where: 'all',
  severity: 'error',
  confirmed: true,
  citation: 'EFPIA 2019; IFPMA Joint Note 2022',
  checks:
    'Where a sponsor, funder or reviewer is named, the involvement statement names each of them and its role, in every language.',
  *check({ parties, involvement }) {
    for (const [language, text] of Object.entries(involvement)) {
      const path = `involvement.${language}`;
      for (const { name, role } of parties) {
        if (!isNamedRole(role)) continue;
        const told = namesRole(text, language, { name, role });
        if (told === 'no')
          yield {
            path,
            message: `The statement does not name ${name} as ${role}.`,
            fix: `Say what ${name} did, such as "${role === 'reviewer' ? 'Reviewed' : 'Funded'} by ${name}."`,
          };
        if (told === 'unknown')
          yield {
            path,
            message: `No rule here reads this language. A person must check that the statement names ${name} as ${role}.`,
            fix: `Have a reader of this language check it.`,
            undecided: true,
          };
      }
    }
  },
};

const audience: Rule = {
  id: 'ALL-03',
  where: 'all',
  severity: 'error',
  confirmed: true,
  citation: OWN,
  checks:
    'The audience has at least one role and one country, and each country is a real code: the rules that run depend on it.',
  *check({ audience: { roles, countries } }) {
    if (roles.every(isBlank))
      yield {
        path: 'audience.roles',
        message: 'The audience names no role.',
        fix: 'Name whom it is for, such as healthcare professionals.',
      };
    if (countries.length === 0)
      yield {
        path: 'audience.countries',
        message: 'The audience names no country.',
        fix: 'Name each country, such as GB.',
      };
    for (const [i, country] of countries.entries()) {
      const fix = Object.hasOwn(NOT_A_COUNTRY, country) ? NOT_A_COUNTRY[country] : undefined;
      if (fix !== undefined)
        yield {
          path: `audience.countries.${i}`,
          message: `${country} is not a country code of ISO 3166-1, so no country's rules run for it.`,
          fix,
        };
    }
  },
};

const verifiedOnly: Rule = {
  id: 'ALL-04',
  where: 'all',
  severity: 'error',
  severityIn: { US: 'warning' },
  confirmed: true,
  citation: `${OWN}; ABPI 2024 cl. 5.7, 5.8; HWG §10(1)`,
  checks: 'A promotional item is for verified healthcare professionals alone, and goes to no open network.',
  *check(record) {
    if (!isPromotional(record)) return;
    const { requireVerifiedHcp, channels } = record.reuse;
    if (!requireVerifiedHcp)
      yield {
        path: 'reuse.requireVerifiedHcp',
        message: 'A promotional item may be shown to readers whose profession nobody has checked.',
        fix: 'Set requireVerifiedHcp: true.',
      };
    if (channels?.allow?.includes('open-social'))
      yield {
        path: 'reuse.channels.allow',
        message: 'A promotional item is allowed on open social networks.',
        fix: 'Take open-social out of allow.',
      };
  },
};

const review: Rule = {
  id: 'ALL-06',
  where: 'all',
  severity: 'warning',
  confirmed: true,
  citation: OWN,
  checks: 'The review date is not past: past it, the item needs approval again.',
  *check({ reviewBy }, { today }) {
    if (reviewBy !== undefined && reviewBy < today)
      yield {
        path: 'reviewBy',
        message: `The review was due by ${reviewBy}.`,
        fix: 'Have the item approved again, and set the next review date.',
      };
  },
};

/** Rules for every country. */
export const ALL_RULES: readonly Rule[] = [
  identity,
  involvement,
  audience,
  verifiedOnly,
  review,
  excerptRule,
  linkRule,
  ...BRAND_RULES,
];
