import type { Statements } from './html-statements.js';
import { textsOf, thingsOf } from './json-ld.js';
import type { DraftContent, Missing } from './source.js';

type Party = NonNullable<DraftContent['parties']>[number];

/** Who the page names, and in which role. Nobody gets a role that the page does not state. */
export function htmlPeople(statements: Statements): { parties: Party[]; missing: Missing[] } {
  const { property, meta, works, drugs, graph } = statements;
  const publishers = first(property('publisher'), meta('citation_publisher'));
  const authors = first(
    property('author'),
    meta('citation_author'),
    meta('citation_authors').flatMap((names) => names.split(/\s*;\s*/)),
    meta('author', 'article:author'),
  ).filter((name) => !/^https?:/i.test(name));
  const grants = works
    .flatMap((work) => thingsOf(graph, work, 'funding'))
    .flatMap((one) => textsOf(graph, one, 'funder'));
  const parties = [
    ...named('publisher', publishers),
    ...named('sponsor', property('sponsor')),
    ...named('funder', [...property('funder'), ...grants]),
    ...named('reviewer', property('reviewedBy')),
    ...named('author', authors),
  ];
  const missing: Missing[] = [];
  if (publishers.length === 0) {
    const site = meta('og:site_name')[0];
    missing.push({
      path: 'parties',
      why: 'The page names no publisher: add it as a party with the role publisher.',
      ...(site === undefined ? {} : { hint: `The page says that its site is called: ${site}` }),
    });
  }
  if (!parties.some(({ role }) => role === 'funder' || role === 'sponsor')) {
    const makers = [...new Set(drugs.flatMap((drug) => textsOf(graph, drug, 'manufacturer')))];
    missing.push({
      path: 'parties',
      why: 'The page names no funder and no sponsor. Add who paid as a party with the role funder or sponsor; if nobody else did, delete this entry.',
      ...(makers.length === 0 ? {} : { hint: `The page names as manufacturer: ${makers.join('; ')}` }),
    });
  }
  const credit = property('creditText')[0];
  missing.push({
    path: 'involvement',
    why: 'Say in words who wrote, funded and reviewed the item, per language.',
    ...(credit === undefined ? {} : { hint: `The page says as its credit: ${credit}` }),
  });
  return { parties, missing };
}

function first(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((list) => list.length > 0) ?? [];
}

function named(role: Party['role'], names: readonly string[]): Party[] {
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ role, name }));
}
