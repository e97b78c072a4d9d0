import { blocksText } from './blocks.js';
import { HEADING_LENGTH, PASSAGE_LENGTH, passage, type Passage } from './passage.js';
import { isEnded } from './sentences.js';
import type { DraftContent, Section } from './source.js';

type Citations = NonNullable<DraftContent['citations']>;

/** A passage that could be quoted, word for word from the source. Somebody has to approve it first. */
export interface Candidate extends Passage {
  /** Where it stands: the titles of its section and subsection, and the section's code. */
  readonly from: string;
  /** Numbers of the citations that it rests on. */
  readonly citations: readonly number[];
}

/** What a source offers for quoting. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly citations: Citations;
  readonly notes: readonly string[];
}

/** One candidate from a section's own text, and one from each of its subsections, until `stop` says that one speaks for itself. */
export function passages(
  section: Section,
  { from, stop = () => false, read = readPassage }: PassageOptions,
): { found: (Passage & { from: string })[]; left: string[] } {
  const found: (Passage & { from: string })[] = [];
  const left: string[] = [];
  const walk = (here: Section, name: string) => {
    const one = read(here);
    if (one !== undefined) found.push({ ...one, from: name });
    else if (!isHeading(here)) left.push(name);
    for (const inner of here.sections)
      if (!stop(inner)) walk(inner, inner.title === '' ? name : `${from}, ${inner.title}`);
  };
  walk(section, from);
  return { found, left };
}

interface PassageOptions {
  /** The section's name, for people. */
  readonly from: string;
  readonly stop?: (section: Section) => boolean;
  readonly read?: (section: Section) => Passage | undefined;
}

/** A text that begins with a list needs the title over it. A section without text of its own may have highlights. */
export function readPassage({ blocks, highlights, title }: Section): Passage | undefined {
  return blocks.length === 0 ? passage(highlights) : passage(blocks, blocks[0]?.kind === 'list' ? title : '');
}

/** A section whose own text is nothing, or one line that is no sentence, offers nothing and lacks nothing. */
function isHeading({ blocks, highlights }: Section): boolean {
  const text = blocksText([...blocks, ...highlights]);
  return text.length < HEADING_LENGTH && !text.includes('\n') && !isEnded(text);
}

/** Says which texts offer nothing: none is left out without a word. */
export function leftOut(left: readonly string[]): string[] {
  return left.length === 0
    ? []
    : [
        `No candidate excerpt was taken from: ${[...new Set(left)].join('; ')}. Each text there begins with a table, or with a sentence or list of more than ${PASSAGE_LENGTH} characters.`,
      ];
}
