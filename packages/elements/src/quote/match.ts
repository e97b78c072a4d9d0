import type { Reading } from './read-text.js';

/**
 * What stays of a text when white space, quotation marks, letter case and kinds of dashes do not matter. Texts folded one by
 * one and joined are the same as joined and folded.
 */
function fold(text: string): string {
  return text
    .replace(/["'“”‘’„‚«»‹›`´′″]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/**
 * The approved excerpt that a selection stands in, holds, or overlaps most; undefined when it touches none.
 * An excerpt that the text does not hold word for word is compared with the selection alone.
 */
export function excerptAt<E extends { readonly text: string }>(
  { blocks, start, end }: Reading,
  excerpts: readonly E[],
): E | undefined {
  const texts = blocks.map(({ text }) => text);
  const joined = (from: number, to: number) => texts.slice(from, to).join('');
  const from = joined(0, start.block).length + start.at;
  const to = joined(0, end.block).length + end.at;
  const all = texts.join('');
  const before = fold(all.slice(0, from));
  const chosen = fold(all.slice(from, to));
  const page = before + chosen + fold(all.slice(to));

  let best: E | undefined;
  let most = 0;
  for (const excerpt of excerpts) {
    const words = fold(excerpt.text);
    const shared = words === '' ? 0 : overlap(page, words, before.length, before.length + chosen.length);
    if (shared <= most) continue;
    best = excerpt;
    most = shared;
  }
  return best;
}

/** How many folded characters of `words`, wherever they stand in the page, lie between `from` and `to`. */
function overlap(page: string, words: string, from: number, to: number): number {
  let most = 0;
  let at = page.indexOf(words);
  if (at === -1) {
    const chosen = page.slice(from, to);
    return chosen !== '' && (words.includes(chosen) || chosen.includes(words)) ? Math.min(words.length, to - from) : 0;
  }
  for (; at !== -1; at = page.indexOf(words, at + 1))
    most = Math.max(most, Math.min(to, at + words.length) - Math.max(from, at));
  return most;
}
