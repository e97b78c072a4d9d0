import { typesOf, valuesOf, thingsOf, type Graph, type Thing } from './json-ld.js';

/** Types that describe the page's own content, the most telling first. */
const WORKS = [
  'MedicalScholarlyArticle',
  'ScholarlyArticle',
  'MedicalGuideline',
  'Article',
  'NewsArticle',
  'TechArticle',
  'BlogPosting',
  'Report',
  'VideoObject',
  'PodcastEpisode',
  'MedicalWebPage',
  'WebPage',
  'ItemPage',
];

/** What a page's schema.org data says of the page itself. */
export interface Described {
  /** The things that describe the content, the most telling first: each says what the one before does not. */
  readonly works: readonly Thing[];
  readonly drugs: readonly Thing[];
  readonly notes: readonly string[];
}

/**
 * Finds the thing that is the page's own content. A page that describes several articles, such as a list of related ones, is asked
 * which is its own by its address; where that does not tell, none is taken.
 */
export function describedBy(graph: Graph, address: string | undefined): Described {
  const notes: string[] = [];
  const works = WORKS.flatMap((type): Thing[] => {
    const all = graph.things.filter((thing) => typesOf(thing)[0] === type || typesOf(thing).includes(type));
    if (all.length <= 1) return all;
    const own = all.filter((thing) => address !== undefined && addressesOf(graph, thing).includes(address));
    if (own.length !== 1)
      notes.push(
        `The page describes ${all.length} things of the type ${type} and does not say which is its own: none is taken.`,
      );
    return own.length === 1 ? own : [];
  });
  const distinct = [...new Set(works)];
  const subjects = distinct.flatMap((work) => [
    ...thingsOf(graph, work, 'about'),
    ...thingsOf(graph, work, 'mainEntity'),
  ]);
  const drugs = [...graph.things, ...subjects].filter((thing) => typesOf(thing).includes('Drug'));
  const known = new Set<Thing>([...distinct, ...drugs]);
  const others = new Set(graph.things.filter((thing) => !known.has(thing)).flatMap(typesOf));
  if (distinct.length + drugs.length === 0 && others.size > 0)
    notes.push(
      `The page's schema.org data describes no article, page or drug, only: ${[...others].slice(0, 20).join(', ')}.`,
    );
  return { works: distinct, drugs: [...new Set(drugs)], notes };
}

function addressesOf(graph: Graph, thing: Thing): string[] {
  const pages = thingsOf(graph, thing, 'mainEntityOfPage').map((page) => page['@id'] ?? page['url']);
  return [
    thing['@id'],
    ...valuesOf(graph, thing, 'url'),
    ...valuesOf(graph, thing, 'mainEntityOfPage'),
    ...pages,
  ].filter((value) => typeof value === 'string');
}
