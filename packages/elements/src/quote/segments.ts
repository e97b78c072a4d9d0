/** Word boundaries as Unicode (UAX 29) and the browsers' own text search draw them, dictionaries for Thai or Chinese included. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function wordsOf(text: string): Intl.SegmentData[] {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
}

/** How many words a text has; punctuation is none. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

/** The text up to the end of its nth word; all of it when it has fewer. */
export function headWords(text: string, n: number): string {
  const word = wordsOf(text)[n - 1];
  return word ? text.slice(0, word.index + word.segment.length) : text;
}

/** The text from the beginning of its nth word from the end; all of it when it has fewer. */
export function tailWords(text: string, n: number): string {
  const word = wordsOf(text).at(-n);
  return word ? text.slice(word.index) : text;
}

/** The beginning and the end of the word that holds the character at `at`; of that character alone where it is in none. */
export function wordAround(text: string, at: number): readonly [from: number, to: number] {
  const found = segmenter.segment(text).containing(at);
  return found?.isWordLike ? [found.index, found.index + found.segment.length] : [at, at + 1];
}
