import type { DraftContent, Missing } from './source.js';
import { interestsOf } from './jats-interests.js';
import { jatsText } from './jats-sections.js';
import { all, at, attribute, descendants, elements, type XmlElement } from './xml-element.js';

type Party = NonNullable<DraftContent['parties']>[number];

export interface People {
  readonly authors: readonly Party[];
  readonly funders: readonly Party[];
  readonly funding: string | undefined;
  readonly missing: readonly Missing[];
  readonly notes: readonly string[];
}

/** Authors with their declared interests, and funders, as the article states them. */
export function jatsPeople(article: XmlElement): People {
  const meta = at(article, 'front/article-meta');
  const missing: Missing[] = [];
  const notes: string[] = [];
  const contributors = all(meta, 'contrib-group/contrib');
  const isAuthor = (contributor: XmlElement) => (attribute(contributor, 'contrib-type') ?? 'author') === 'author';
  const named = contributors.filter(isAuthor).flatMap((element) => {
    const name = contributorName(element);
    return name === undefined ? [] : [{ element, name }];
  });
  const others = contributors.filter((contributor) => !isAuthor(contributor));
  if (others.length > 0) {
    const list = others.map((other) => `${contributorName(other)} (${attribute(other, 'contrib-type')})`);
    notes.push(`The article also names: ${list.join('; ')}. They are not parties unless you add them.`);
  }

  const interests = interestsOf(article, contributors);
  if (!interests.stated && named.length > 0) {
    missing.push({
      path: 'parties',
      why: 'The article has no statement of competing interests. Ask the authors, or say in involvement that none is stated; then delete this entry.',
    });
  }
  const authors = named.map(({ name, element }, i): Party => {
    const declared = interests.of(element, i);
    return declared === undefined ? { role: 'author', name } : { role: 'author', name, interests: declared };
  });
  if (interests.together && named.length > 1) {
    notes.push(
      `The statement of competing interests speaks of several authors by their initials. It stands, whole, on the first author: ${named[0]?.name}.`,
    );
  }
  return { authors, ...fundingOf(article, missing), missing, notes };
}

function fundingOf(article: XmlElement, missing: Missing[]): { funders: Party[]; funding: string | undefined } {
  const meta = at(article, 'front/article-meta');
  const sources = all(meta, 'funding-group/award-group/funding-source').map((source) =>
    jatsText(descendants(source, 'institution')[0] ?? source),
  );
  const funders = [...new Set(sources)].flatMap((name): Party[] =>
    name === undefined ? [] : [{ role: 'funder', name }],
  );
  const notes = descendants(article, 'fn').filter((note) =>
    /^(financial-disclosure|supported-by)$/.test(attribute(note, 'fn-type') ?? ''),
  );
  const funding =
    all(meta, 'funding-group/funding-statement')
      .map(jatsText)
      .filter((part) => part !== undefined)
      .join(' ') ||
    notes
      .flatMap((note) => elements(note, 'p'))
      .map(jatsText)
      .filter((part) => part !== undefined)
      .join(' ') ||
    undefined;
  if (funding === undefined && funders.length === 0) {
    missing.push({
      path: 'parties',
      why: 'The article has no funding statement. Add who paid as a party with the role funder, or say in involvement that none is stated; then delete this entry.',
    });
  } else if (funding !== undefined && funders.length === 0) {
    missing.push({
      path: 'parties',
      why: 'The article tells its funding in a sentence. Add each funder that it names as a party with the role funder.',
      hint: funding,
    });
  }
  return { funders, funding };
}

/** Given names first, unless the source says that the family name leads. */
export function contributorName(contributor: XmlElement): string | undefined {
  const collective = at(contributor, 'collab') ?? at(contributor, 'collab-alternatives/collab');
  if (collective) return jatsText(collective);
  const name = nameElement(contributor);
  if (name === undefined) return at(contributor, 'anonymous') ? 'Anonymous' : jatsText(at(contributor, 'string-name'));
  const given = jatsText(at(name, 'given-names'));
  const family = jatsText(at(name, 'surname'));
  const ordered = attribute(name, 'name-style') === 'eastern' ? [family, given] : [given, family];
  return [...ordered, jatsText(at(name, 'suffix'))].filter((part) => part !== undefined).join(' ') || undefined;
}

/** `MacPherson H`: the form that a reference list uses. */
export function referenceName(contributor: XmlElement): string | undefined {
  const name = nameElement(contributor);
  const family = jatsText(at(name, 'surname'));
  if (family === undefined) return contributorName(contributor);
  const initials = (jatsText(at(name, 'given-names')) ?? '').match(/\p{Lu}/gu)?.join('') ?? '';
  return initials === '' ? family : `${family} ${initials}`;
}

function nameElement(contributor: XmlElement): XmlElement | undefined {
  return at(contributor, 'name') ?? at(contributor, 'name-alternatives/name');
}
