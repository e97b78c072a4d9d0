import { describedBy, type Described } from './html-work.js';
import { oneLine, readGraph, textsOf, type Graph } from './json-ld.js';
import type { HtmlPage } from './parse-html.js';

/** A page's statements in one place, asked for by name. */
export interface Statements extends Described {
  readonly page: HtmlPage;
  readonly graph: Graph;
  /** A schema.org property, from the first thing that states it. */
  readonly property: (name: string) => string[];
  /** The values of the first of these `meta` names that has any. */
  readonly meta: (...names: string[]) => string[];
}

export function statementsOf(page: HtmlPage, address: string | undefined): Statements {
  const graph = readGraph(page.jsonLd);
  const described = describedBy(graph, address);
  const broken =
    graph.broken === 0
      ? []
      : [`${graph.broken} JSON-LD ${graph.broken === 1 ? 'block is' : 'blocks are'} not JSON: not used.`];
  return {
    ...described,
    notes: [...broken, ...described.notes],
    page,
    graph,
    property: (name) =>
      described.works.map((work) => textsOf(graph, work, name)).find((texts) => texts.length > 0) ?? [],
    meta: (...names) =>
      names
        .map((name) => (page.meta.get(name) ?? []).map(oneLine).filter((text) => text !== undefined))
        .find((texts) => texts.length > 0) ?? [],
  };
}
