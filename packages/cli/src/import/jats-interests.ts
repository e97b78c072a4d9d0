import { jatsText } from './jats-sections.js';
import { at, attribute, descendants, elements, type XmlElement } from './xml-element.js';

/** A statement longer than this names people one by one; a shorter one speaks for all of them. */
const BLANKET = 200;

interface Statement {
  readonly text: string;
  readonly id: string | undefined;
}

/** What an article says of its authors' competing interests. */
export interface Interests {
  readonly stated: boolean;
  /** True where one long statement speaks of several people by their initials. */
  readonly together: boolean;
  /** The statement of one author, by its place among the authors. */
  readonly of: (author: XmlElement, position: number) => string | undefined;
}

/**
 * An author's own note comes first, then the notes that the author refers to. A note that nobody refers to speaks for all: on
 * every author where it is short, whole and on the first where it names people.
 */
export function interestsOf(article: XmlElement, contributors: readonly XmlElement[]): Interests {
  const own = new Map(contributors.map((one) => [one, notesIn(one)]));
  const inside = new Set([...own.values()].flat());
  const statements = notesIn(article)
    .filter((note) => !inside.has(note))
    .flatMap(toStatement);
  const referred = new Set(descendants(at(article, 'front'), 'xref').map((xref) => attribute(xref, 'rid')));
  const general = join(statements.filter(({ id }) => id === undefined || !referred.has(id)).map(({ text }) => text));
  const together = general !== undefined && general.length > BLANKET;
  return {
    stated: statements.length > 0 || [...own.values()].some((notes) => notes.flatMap(toStatement).length > 0),
    together,
    of(author, position) {
      const mine = (own.get(author) ?? []).flatMap(toStatement);
      const ids = new Set(elements(author, 'xref').map((xref) => attribute(xref, 'rid')));
      const linked = statements.filter(({ id }) => id !== undefined && ids.has(id));
      if (mine.length + linked.length > 0) return join([...mine, ...linked].map(({ text }) => text));
      if (!together) return general;
      return position === 0 ? `Declared for all authors: ${general}` : undefined;
    },
  };
}

function notesIn(element: XmlElement): XmlElement[] {
  return descendants(element, 'fn', 'notes', 'sec', 'author-comment').filter((note) => {
    const kind = ['fn-type', 'notes-type', 'sec-type', 'content-type']
      .map((name) => attribute(note, name))
      .find(Boolean);
    return /^(conflict|coi-statement|competing-interests?)$/i.test(kind ?? '');
  });
}

function toStatement(note: XmlElement): Statement[] {
  const text = join(elements(note, 'p').map(jatsText));
  return text === undefined ? [] : [{ text, id: attribute(note, 'id') }];
}

/** One text; a statement that stands in the file twice is said once. */
function join(texts: readonly (string | undefined)[]): string | undefined {
  return [...new Set(texts)].filter((text) => text !== undefined).join(' ') || undefined;
}
