const PLAIN = '0123456789+-−=()n';
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ';
const SUBSCRIPT = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ';

/**
 * Text under `sup` or `sub` with characters that keep their place in plain text, one for one: 10³ quoted as 103 would be
 * another dose.
 */
export function raised(text: string, parent: Element): string {
  const element = parent.closest('sup, sub');
  if (!element) return text;
  const set = element.localName === 'sup' ? SUPERSCRIPT : SUBSCRIPT;
  return text.replace(/[\d+\-−=()n]/g, (character) => set.charAt(PLAIN.indexOf(character)));
}
