import { toBlocks, type Dialect } from './blocks.js';
import { plain, toRuns, type Inline } from './runs.js';
import type { Section } from './source.js';
import { all, at, attribute, elements, type XmlElement } from './xml-element.js';

export const jatsInline: Inline = (element) => {
  switch (element.name) {
    case 'bold':
      return ['strong'];
    case 'italic':
      return ['em'];
    case 'sup':
    case 'sub':
      return [element.name];
    case 'break':
      return 'break';
    case 'fn':
    case 'graphic':
    case 'inline-graphic':
    case 'media':
    case 'contrib-group':
      return 'skip';
    default:
      return [];
  }
};

/** In a title, a reference mark or a footnote is not part of the name. */
const titleInline: Inline = (element) => (element.name === 'xref' ? 'skip' : jatsInline(element));

export function jatsTitle(node: XmlElement | undefined): string | undefined {
  return plain(toRuns(node?.children ?? [], titleInline)) || undefined;
}

export function jatsText(node: XmlElement | undefined): string | undefined {
  return plain(toRuns(node?.children ?? [], jatsInline)) || undefined;
}

const dialect: Dialect = {
  inline: jatsInline,
  item: 'list-item',
  ordered: (list) => attribute(list, 'list-type') === 'order',
  kind: ({ name }) => {
    switch (name) {
      case 'p':
        return 'paragraph';
      case 'list':
      case 'table':
        return name;
      case 'table-wrap':
      case 'alternatives':
      case 'disp-quote':
      case 'boxed-text':
      case 'caption':
        return 'group';
      // A figure's picture is not in the file; the page that shows the text leads to the article for it.
      case 'fig':
      case 'fig-group':
      case 'graphic':
      case 'supplementary-material':
      case 'table-wrap-foot':
        return 'skip';
      default:
        return 'inline';
    }
  },
};

/** An article's abstracts, then the sections of its body. */
export function jatsSections(article: XmlElement): Section[] {
  const abstracts = all(article, 'front/article-meta/abstract').map((abstract) => ({
    ...readSection(abstract),
    code: attribute(abstract, 'abstract-type') ?? 'abstract',
  }));
  const body = at(article, 'body');
  return body === undefined ? abstracts : [...abstracts, { ...readSection(body), code: 'body' }];
}

function readSection(section: XmlElement): Section {
  const own = section.children.filter(
    (child) => typeof child === 'string' || !['sec', 'title', 'label'].includes(child.name),
  );
  return {
    code: attribute(section, 'sec-type'),
    id: attribute(section, 'id'),
    title: jatsTitle(at(section, 'title')) ?? '',
    blocks: toBlocks(own, dialect),
    highlights: [],
    sections: elements(section, 'sec').map(readSection),
  };
}
