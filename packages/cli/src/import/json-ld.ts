/** One thing that a page describes with schema.org's words. */
export type Thing = Readonly<Record<string, unknown>>;

/** As deep as lists, graphs and references are followed. */
const DEPTH = 6;

export interface Graph {
  /** The things that stand on their own, in the page's order. */
  readonly things: readonly Thing[];
  /** Blocks that are not JSON. */
  readonly broken: number;
  readonly byId: ReadonlyMap<string, Thing>;
}

/** Reads a page's JSON-LD blocks. Contexts are not loaded: schema.org's own names are looked for, with or without its address. */
export function readGraph(blocks: readonly string[]): Graph {
  const things: Thing[] = [];
  let broken = 0;
  const add = (value: unknown, depth: number) => {
    if (depth > DEPTH) return;
    if (Array.isArray(value)) for (const one of value) add(one, depth + 1);
    else if (isThing(value)) {
      if (value['@graph'] !== undefined) add(value['@graph'], depth + 1);
      if (typesOf(value).length > 0) things.push(value);
    }
  };
  for (const block of blocks) {
    try {
      // Some systems wrap the block in a comment, as scripts once had to be.
      add(JSON.parse(block.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\*\s*\]\]>\s*\*\/)\s*$/g, '')), 0);
    } catch {
      broken++;
    }
  }
  const byId = new Map<string, Thing>();
  for (const thing of things) {
    const id = thing['@id'];
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, thing);
  }
  return { things, broken, byId };
}

/** `https://schema.org/Article`, `schema:Article` and `Article` are the same type. */
export function typesOf(thing: Thing): string[] {
  return [thing['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''));
}

/** A property's values, a single one as a list of one, references to other things of the page followed. */
export function valuesOf(graph: Graph, thing: Thing | undefined, property: string): unknown[] {
  const value = thing?.[property] ?? thing?.[`schema:${property}`];
  return (Array.isArray(value) ? value : [value])
    .filter((one) => one !== undefined && one !== null)
    .map((one: unknown) => {
      const id = isThing(one) && Object.keys(one).length === 1 ? one['@id'] : undefined;
      return typeof id === 'string' ? (graph.byId.get(id) ?? one) : one;
    });
}

/** The values that are things. */
export function thingsOf(graph: Graph, thing: Thing | undefined, property: string): Thing[] {
  return valuesOf(graph, thing, property).filter(isThing);
}

/** The values as text: a plain text, a value with a language, or a thing's name. */
export function textsOf(graph: Graph, thing: Thing | undefined, property: string): string[] {
  return valuesOf(graph, thing, property).flatMap((value) => {
    const plain = isThing(value) ? (value['@value'] ?? value['name'] ?? value['schema:name']) : value;
    const text = ['string', 'number', 'boolean'].includes(typeof plain) ? oneLine(String(plain)) : undefined;
    return text === undefined ? [] : [text];
  });
}

/** Single white space; undefined where nothing is left. */
export function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
