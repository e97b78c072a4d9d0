import type { Content } from '@pullquote/record';
import { blocksText, type Block } from './blocks.js';
import type { Candidate } from './candidates.js';

/** A field that an item must have and its source does not state, or states in a way that a person has to look at. */
export interface Missing {
  /** Dotted; `excerpts.*` asks for a person's yes to what stands there already. */
  readonly path: string;
  /** Why it is needed. */
  readonly why: string;
  /** What the source says that helps to fill it in. */
  readonly hint?: string;
}

export interface Section {
  /** LOINC code of an SPL section; the kind of an article's part (`abstract`, `body`). */
  readonly code?: string | undefined;
  readonly id?: string | undefined;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What an SPL says of this section in its highlights. */
  readonly highlights: readonly Block[];
  readonly sections: readonly Section[];
}

/** Content as far as a source states it. */
export type DraftContent = Partial<Omit<Content, 'reuse' | 'products'>> & {
  reuse?: Partial<Content['reuse']>;
  products?: Partial<NonNullable<Content['products']>[number]>[];
};

/** What an importer makes of a file: nothing in it was invented. */
export interface SourceDocument {
  readonly format: 'spl' | 'jats' | 'html';
  readonly content: DraftContent;
  readonly missing: readonly Missing[];
  /** What the file also says and no field takes, or takes only with a person's yes. */
  readonly notes: readonly string[];
  readonly sections: readonly Section[];
  /** Passages that could be quoted once somebody has approved them. */
  readonly candidates: readonly Candidate[];
}

/** Every section with this code, at any depth. */
export function sectionsByCode(sections: readonly Section[], code: string): Section[] {
  return sections.flatMap((section) => [
    ...(section.code === code ? [section] : []),
    ...sectionsByCode(section.sections, code),
  ]);
}

/** A section's whole text with that of its subsections, titles included, one line for each paragraph. */
export function sectionText(section: Section): string {
  return [section.title, blocksText(section.blocks), ...section.sections.map(sectionText)]
    .filter((part) => part !== '')
    .join('\n');
}
