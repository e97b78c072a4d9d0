import { clean } from '../label/text.js';

/** Text as it is compared: one case, single spaces, straight quotes, no mark of registration. */
export function normalise(text: string): string {
  return clean(text.replace(/[®™©]/g, ' '))
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .toLowerCase();
}

/** Letters and figures alone, with a space on both sides, so that a search finds whole words. */
function words(text: string): string {
  return ` ${normalise(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** Does the text hold the phrase, as whole words? */
export function mentions(text: string, phrase: string): boolean {
  const wanted = words(phrase);
  return wanted.trim() !== '' && words(text).includes(wanted);
}

const LEGAL_FORMS = new Set(
  'inc incorporated ltd limited plc llc llp corp corporation co company gmbh ag kg se sa sas spa srl sl bv nv ab as oy kk pty and und'.split(
    ' ',
  ),
);

/** Does the text hold the name: whole, without what stands in brackets, or without its legal form? */
export function mentionsName(text: string, name: string): boolean {
  const unbracketed = name.replace(/\s*\([^)]*\)\s*/g, ' ');
  const parts = words(unbracketed.replace(/(?<=\p{L})\.(?=\p{L})/gu, ''))
    .trim()
    .split(' ');
  while (parts.length > 1 && LEGAL_FORMS.has(parts.at(-1) ?? '')) parts.pop();
  return [name, unbracketed, parts.join(' ')].some((form) => mentions(text, form));
}

/** Does the text hold the generic name, or each of its substances by its first word: "atorvastatin" for its calcium salt? */
export function mentionsGeneric(text: string, generic: string): boolean {
  if (mentions(text, generic)) return true;
  const substances = generic.split(/[,;/+]| and /).map((substance) => words(substance).trim().split(' ')[0] ?? '');
  return substances.every((substance) => substance.length >= 4 && mentions(text, substance));
}

/** Nothing but spaces and characters that do not show. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || clean(text) === '';
}
