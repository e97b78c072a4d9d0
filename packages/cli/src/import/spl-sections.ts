import { toBlocks, type Dialect } from './blocks.js';
import { plain, toRuns, type Inline, type Mark } from './runs.js';
import type { Section } from './source.js';
import { all, at, attribute, elements, type XmlElement } from './xml-element.js';

const LOINC = '2.16.840.1.113883.6.1';

/** Sections of a label that others ask for by their LOINC code. */
export const SPL_SECTION = {
  boxedWarning: '34066-1',
  indications: '34067-9',
  contraindications: '34070-3',
  warnings: '34071-1',
  warningsAndPrecautions: '43685-7',
  adverseReactions: '34084-4',
  drugInteractions: '34073-7',
  pharmacokinetics: '43682-4',
} as const;

export const splInline: Inline = (element) => {
  switch (element.name) {
    case 'br':
      return 'break';
    case 'sup':
    case 'sub':
      return [element.name];
    // Notes and pictures are not part of the sentence that they hang on.
    case 'footnote':
    case 'footnoteRef':
    case 'renderMultiMedia':
      return 'skip';
    case 'caption':
      return 'apart';
    case 'content':
      return styles(attribute(element, 'styleCode') ?? '');
    default:
      return [];
  }
};

function styles(code: string): Mark[] {
  const marks: Mark[] = [];
  if (/\bbold\b/i.test(code)) marks.push('strong');
  if (/\b(italics?|emphasis)\b/i.test(code)) marks.push('em');
  return marks;
}

const dialect: Dialect = {
  inline: splInline,
  item: 'item',
  ordered: (list) => attribute(list, 'listType') === 'ordered',
  kind: ({ name }) => {
    switch (name) {
      case 'paragraph':
      case 'list':
      case 'table':
        return name;
      case 'renderMultiMedia':
      case 'footnote':
        return 'skip';
      default:
        return 'inline';
    }
  },
};

/** A label's top-level sections, each with its own. */
export function splSections(document: XmlElement): Section[] {
  return all(document, 'component/structuredBody/component/section').map(readSection);
}

function readSection(section: XmlElement): Section {
  const code = at(section, 'code');
  const text = (path: string) => all(section, path).flatMap(({ children }) => toBlocks(children, dialect));
  return {
    code: attribute(code, 'codeSystem') === LOINC ? attribute(code, 'code') : undefined,
    id: attribute(section, 'ID'),
    title: plain(elements(section, 'title').flatMap(({ children }) => toRuns(children, splInline))),
    blocks: text('text'),
    highlights: text('excerpt/highlight/text'),
    sections: all(section, 'component/section').map(readSection),
  };
}
