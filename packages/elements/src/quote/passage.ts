import { clean } from '@pullquote/record/reader';
import type { Block, Reading, Spot } from './read-text.js';
import { countWords, wordAround } from './segments.js';

/** What a doctor selected, in whole words. */
export interface Passage {
  readonly reading: Reading;
  /** As it is quoted; a line for each block, so that two cells of a table never read as one. */
  readonly text: string;
  readonly words: number;
  /** Characters as a reader counts them (code points). */
  readonly length: number;
}

/** A selection in the content, in whole words. */
export interface Selected {
  readonly range: Range;
  readonly passage: Passage;
}

/** A selection of fewer words than this is none: a word or a slip of the hand. */
export const FEWEST_WORDS = 5;

/** A reading → its passage, widened to whole words. */
export function passageOf({ blocks, start, end }: Reading): Passage {
  const reading: Reading = {
    blocks,
    start: { block: start.block, at: wordAround(textOf(blocks, start), start.at)[0] },
    end: { block: end.block, at: wordAround(textOf(blocks, end), end.at - 1)[1] },
  };
  const parts = blocks.slice(start.block, end.block + 1);
  const lines = parts.map(({ said }, index) => {
    const to = index === parts.length - 1 ? reading.end.at : said.length;
    return clean(said.slice(index === 0 ? reading.start.at : 0, to));
  });
  const text = lines.filter((line) => line !== '').join('\n');
  return { reading, text, words: countWords(text), length: [...text].length };
}

function textOf(blocks: readonly Block[], spot: Spot): string {
  return blocks[spot.block]?.text ?? '';
}
