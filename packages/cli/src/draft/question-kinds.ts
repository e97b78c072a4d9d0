import { PARTY_ROLES, type PartyRole } from '@pullquote/record';
import { countries, setAt, words, wrongField, type Fields } from './fields.js';
import type { Choice, Prompter } from './prompter.js';

/** Asks for one missing field and writes the answer into the draft. False: it stays missing. */
export type Question = (draft: Fields, path: string, ask: Prompter) => Promise<boolean>;

export const chooseOne =
  (values: readonly string[]): Question =>
  async (draft, path, ask) => {
    const value = await ask.choose(path, values.map(asChoice));
    if (value !== undefined) setAt(draft, path, value);
    return value !== undefined;
  };

export const yesOrNo: Question = async (draft, path, ask) => {
  const value = await ask.choose(path, ['true', 'false'].map(asChoice));
  if (value !== undefined) setAt(draft, path, value === 'true');
  return value !== undefined;
};

export function textOf(path: string, check: (value: string) => string | undefined): Question {
  return async (draft, _path, ask) => {
    const value = await ask.text(path, check);
    if (value !== undefined) setAt(draft, path, value);
    return value !== undefined;
  };
}

export const audience: Question = async (draft, path, ask) => {
  const roles = await ask.text('roles, with commas between them', () => undefined);
  if (roles === undefined) return false;
  const where = await askCountries(ask);
  if (where === undefined) return false;
  setAt(draft, path, { roles: words(roles), countries: where });
  return true;
};

async function askCountries(ask: Prompter): Promise<string[] | undefined> {
  const text = await ask.text('countries, such as US, GB', (value) =>
    wrongField('audience', { roles: ['any'], countries: countries(value) }),
  );
  return text === undefined ? undefined : countries(text);
}

export const involvement: Question = async (draft, path, ask) => {
  const stated = draft['language'];
  const language =
    typeof stated === 'string' ? stated : await ask.text('its language', (tag) => wrongField('language', tag));
  if (language === undefined) return false;
  const words = await ask.text(`${path}, in ${language}`, (value) => wrongField('involvement', { [language]: value }));
  if (words !== undefined) setAt(draft, path, { [language]: words });
  return words !== undefined;
};

/** One answer for each country of the audience. */
export function byCountry(
  toValue: (text: string) => unknown,
  check: (country: string, text: string) => string | undefined,
): Question {
  return async (draft, path, ask) => {
    const { countries: known } = (draft['audience'] ?? {}) as { countries?: string[] };
    const where = known ?? (await askCountries(ask)) ?? [];
    const answers: Fields = {};
    for (const country of where) {
      const text = await ask.text(`${path}, ${country}`, (value) => check(country, value));
      if (text !== undefined) answers[country] = toValue(text);
    }
    const given = Object.keys(answers).length;
    if (given > 0) setAt(draft, path, answers);
    return given > 0 && given === where.length;
  };
}

export const product: Question = async (draft, path, ask) => {
  const generic = await ask.text('generic (non-proprietary) name', () => undefined);
  if (generic === undefined) return false;
  const brand = await ask.text('brand name, if it has one', () => undefined);
  setAt(draft, path, [{ ...(brand === undefined ? {} : { brand }), generic }]);
  return true;
};

const SETTLED: Choice = { value: 'settled', label: 'nobody else: this is settled' };

export const parties: Question = async (draft, path, ask) => {
  for (;;) {
    const role = await ask.choose('a party to add, by role', [SETTLED, ...PARTY_ROLES.map(asChoice)]);
    if (role === undefined || role === SETTLED.value) return role !== undefined;
    const name = await ask.text(`name of the ${role}`, () => undefined);
    const there = Array.isArray(draft[path]) ? (draft[path] as unknown[]) : [];
    if (name !== undefined) draft[path] = [...there, { role: role as PartyRole, name }];
  }
};

export const boxedWarning: Question = async (draft, _path, ask) => {
  const answer = await ask.choose('Is this text a boxed warning?', [
    { value: 'keep', label: 'yes, keep it' },
    { value: 'delete', label: 'no, delete it' },
  ]);
  if (answer === 'delete' && Array.isArray(draft['products']))
    for (const one of draft['products'] as Fields[]) delete one['boxedWarning'];
  return answer !== undefined;
};

function asChoice(value: string): Choice {
  return { value, label: value };
}
