import { blockText, type Block } from './blocks.js';
import { isEnded, sentences } from './sentences.js';

/** Characters in a candidate excerpt, at most: what still reads as a quotation in a discussion. */
export const PASSAGE_LENGTH = 800;

/** Text without a sentence's end is a heading below this length. */
export const HEADING_LENGTH = 100;

export interface Passage {
  readonly text: string;
  /** False where the text goes on in the source. */
  readonly whole: boolean;
}

/** A sentence, a list or a table, with the line break before it. */
interface Piece {
  readonly text: string;
  readonly kind: 'sentence' | 'list' | 'table';
  /** True where it means nothing without what follows: a title, or the sentence that leads to a list. */
  readonly leads: boolean;
}

/**
 * The beginning of a text as far as whole sentences and whole lists go, word for word. A list is never cut and never stands
 * without the sentence that leads to it; a table ends the passage. Undefined where nothing fits.
 */
export function passage(blocks: readonly Block[], title = ''): Passage | undefined {
  const taken: string[] = [];
  let complete = 0;
  let length = 0;
  let whole = true;
  let dangling = false;
  for (const { text, kind, leads } of pieces(blocks, title)) {
    length += text.length;
    if (kind === 'table' || length > PASSAGE_LENGTH) {
      whole = false;
      break;
    }
    taken.push(text);
    dangling = leads;
    if (!leads && (kind === 'list' || isEnded(text))) complete = taken.length;
  }
  // What leads on to a picture says nothing without it, and a line that is no sentence is a heading.
  if (dangling) whole = false;
  const text = taken
    .slice(0, whole ? undefined : complete)
    .join('')
    .trim();
  return text === '' || (complete === 0 && text.length < HEADING_LENGTH) ? undefined : { text, whole };
}

function pieces(blocks: readonly Block[], title: string): Piece[] {
  const found: Piece[] = title === '' ? [] : [{ text: title, kind: 'sentence', leads: true }];
  for (const [i, block] of blocks.entries()) {
    const text = blockText(block);
    if (block.kind !== 'paragraph') found.push({ text: `\n${text}`, kind: block.kind, leads: false });
    else {
      const parts = sentences(text);
      const beforeList = blocks[i + 1]?.kind === 'list';
      parts.forEach((part, n) => {
        const leads = n === parts.length - 1 && (beforeList || part.trimEnd().endsWith(':'));
        found.push({ text: n === 0 ? `\n${part}` : part, kind: 'sentence', leads });
      });
    }
  }
  return found;
}
