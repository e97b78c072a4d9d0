import type { Content } from '../schema.js';
import type { PartyRole } from '../vocabulary.js';
import { mentionsName } from './text.js';

/** Statuses under which an item may be free of any company: there the parties tell. All others name a company by themselves. */
const MAY_BE_FREE: ReadonlySet<string> = new Set([
  'non-promotional',
  'independent-medical-education',
  'scientific-exchange',
  'risk-minimisation',
]);
const INVOLVED: ReadonlySet<PartyRole> = new Set(['sponsor', 'funder', 'reviewer', 'mah', 'partner']);

/** Who pays or answers for an item, and who puts it out: the record does not say which of them is a company. */
export const COMPANY_ROLES: ReadonlySet<PartyRole> = new Set([...INVOLVED, 'publisher']);

/** Does a company have a part in it? An unknown status counts as yes. */
export function companyInvolved({ promotionalStatus, parties }: Content): boolean {
  return !MAY_BE_FREE.has(promotionalStatus) || parties.some(({ role }) => INVOLVED.has(role));
}

/** The statement that the label shows, and its language. */
export function shownStatement({ involvement, language }: Content): { language: string; text: string } {
  const own = involvement[language];
  if (own !== undefined) return { language, text: own };
  const [first = [language, '']] = Object.entries(involvement);
  return { language: first[0], text: first[1] };
}

type NamedRole = 'sponsor' | 'funder' | 'reviewer';

const PAYS: Readonly<Record<string, RegExp>> = {
  en: /sponsor|fund|financ|paid|pays|commission|support|grant|initiat/i,
  de: /sponsor|finanz|bezahl|auftrag|unterstütz|förder/i,
  fr: /sponsor|parrain|financ|command|souten|soutien|promoteur/i,
  es: /patrocin|financ|encarg|apoy|promotor|pagad/i,
  it: /sponsor|finanz|commission|sosten|pagat|promotor/i,
};
const REVIEWS: Readonly<Record<string, RegExp>> = {
  en: /review|checked|approved/i,
  de: /geprüft|überprüf|begutacht|durchgesehen|freigegeben/i,
  fr: /relu|relectur|révis|vérifi|valid/i,
  es: /revis|verific|aprob/i,
  it: /revision|rivist|verific|controll|approv/i,
};

/** Does the statement name the party and what it did? `unknown` where nobody here reads the language. */
export function namesRole(
  text: string,
  language: string,
  { name, role }: { name: string; role: NamedRole },
): 'yes' | 'no' | 'unknown' {
  const verbs = (role === 'reviewer' ? REVIEWS : PAYS)[primary(language)];
  if (verbs === undefined) return 'unknown';
  return mentionsName(text, name) && verbs.test(text) ? 'yes' : 'no';
}

export function isNamedRole(role: PartyRole): role is NamedRole {
  return role === 'sponsor' || role === 'funder' || role === 'reviewer';
}

/** `pt-BR` → `pt` */
export function primary(language: string): string {
  return language.split('-')[0] ?? language;
}
