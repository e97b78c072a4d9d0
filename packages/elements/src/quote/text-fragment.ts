import { coarse, findText, type Directive } from './find-text.js';
import type { Reading, Spot } from './read-text.js';
import { countWords, headWords, tailWords } from './segments.js';

/** A passage up to this many characters is named whole; the specification likes that better than a range. */
const NAMED_WHOLE = 80;
/** Words at each end of a range: the fewest that find it are taken. */
const ENDS = [3, 6, 12] as const;
/** Words of context, where the passage alone is not the first of its kind. */
const CONTEXT = [1, 2, 3, 5, 8, 12] as const;

/**
 * The text directive that finds exactly this passage in the text that was read, such as `text=The%20risk%20of,cyclosporine.`;
 * undefined where none of a sensible length does.
 */
export function textDirective({ blocks, start, end }: Reading): string | undefined {
  const page = blocks.map(({ text }) => text).join('\n');
  const offset = ({ block, at }: Spot) => blocks.slice(0, block).reduce((sum, { text }) => sum + text.length + 1, at);
  const [from, to] = [offset(start), offset(end)];
  const searched = coarse(page);
  for (const candidate of candidates(page, from, to)) {
    const found = findText(searched, mapTerms(candidate, coarse));
    if (found?.[0] === from && found[1] === to) return write(candidate);
  }
  return undefined;
}

/** The address of a passage: the item's canonical URL, with the directive where there is one. */
export function passageUrl(canonicalUrl: string, directive: string | undefined): string {
  const url = new URL(canonicalUrl);
  url.hash = '';
  return directive === undefined ? url.href : `${url.href}#:~:${directive}`;
}

/** From the shortest to the longest. No term reaches over the end of a block, because browsers find none that does. */
function* candidates(page: string, from: number, to: number): Generator<Directive> {
  const forms = [...formsOf(page.slice(from, to))];
  yield* forms;
  const before = lastLine(page.slice(0, from).trimEnd());
  const after = firstLine(page.slice(to).trimStart());
  for (const n of CONTEXT) {
    const prefix = before === '' ? undefined : tailWords(before, n);
    const suffix = after === '' ? undefined : headWords(after, n);
    for (const form of forms) {
      yield { ...form, prefix };
      yield { ...form, suffix };
      yield { ...form, prefix, suffix };
    }
  }
}

/** The passage named whole, or by its ends. */
function* formsOf(passage: string): Generator<Directive> {
  const whole = !passage.includes('\n');
  const words = countWords(passage);
  if (whole && (passage.length <= NAMED_WHOLE || words < 2 * ENDS[0])) return yield { start: passage };
  for (const n of ENDS) {
    if (whole && words < 2 * n) break; // The ends would overlap.
    yield { start: headWords(firstLine(passage), n), end: tailWords(lastLine(passage), n) };
  }
  if (whole) yield { start: passage };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function mapTerms({ prefix, start, end, suffix }: Directive, change: (term: string) => string): Directive {
  const other = (term: string | undefined) => (term === undefined ? undefined : change(term));
  return { prefix: other(prefix), start: change(start), end: other(end), suffix: other(suffix) };
}

/** Undefined for text with half a character in it, which no URL can hold. */
function write(directive: Directive): string | undefined {
  if (/\p{Cs}/u.test(Object.values(directive).join(' '))) return undefined;
  const { prefix, start, end, suffix } = mapTerms(directive, encode);
  const terms = [prefix && `${prefix}-`, start, end, suffix && `-${suffix}`];
  return `text=${terms.filter((term) => term !== undefined).join(',')}`;
}

/**
 * Percent-encodes what the syntax forbids in a term (`&`, `-`, `,`), and what forums' own link finders take for the end of an
 * address.
 */
function encode(term: string): string {
  return encodeURIComponent(term).replace(
    /[-!'()*~_]|\.$/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
