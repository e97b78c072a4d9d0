/** A text directive as a browser reads it, and where it finds it: written from the specification, apart from the code under test. */
export interface ParsedDirective {
  readonly prefix: string | undefined;
  readonly start: string;
  readonly end: string | undefined;
  readonly suffix: string | undefined;
}

/** "Parse a text directive". @throws Error where the specification returns null */
export function parseDirective(text: string): ParsedDirective {
  if (!/^text=[\x21-\x7e]+$/.test(text) || /["<>`&]/.test(text)) throw new Error(`Not a text directive: ${text}`);
  const tokens = text.slice(5).split(',');
  const prefix = tokens[0]?.endsWith('-') ? tokens.shift()?.slice(0, -1) : undefined;
  const suffix = tokens.at(-1)?.startsWith('-') ? tokens.pop()?.slice(1) : undefined;
  const [start, end, ...more] = tokens;
  const terms = [prefix, start, end, suffix].filter((term) => term !== undefined);
  if (start === undefined || more.length > 0 || terms.some((term) => term === '' || term.includes('-')))
    throw new Error(`Not a text directive: ${text}`);
  const decode = (term: string | undefined) => (term === undefined ? undefined : decodeURIComponent(term));
  return { prefix: decode(prefix), start: decodeURIComponent(start), end: decode(end), suffix: decode(suffix) };
}

interface Found {
  readonly from: number;
  readonly to: number;
}

const collator = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * "Find a range from a text directive" over a document of these blocks: `[from, to]` in the blocks joined by line breaks, or
 * undefined.
 */
export function findDirective(
  blocks: readonly string[],
  directive: ParsedDirective,
): readonly [number, number] | undefined {
  const { prefix, start, end, suffix } = directive;
  const page = blocks.join('\n');
  const bounds = new Set<number>();
  let offset = 0;
  for (const block of blocks) {
    for (const { index } of segmenter.segment(block)) bounds.add(offset + index);
    bounds.add(offset + block.length);
    offset += block.length + 1;
  }

  const find = (
    query: string,
    from: number,
    startBounded: boolean,
    endBounded: boolean,
    here: boolean,
  ): Found | undefined => {
    for (let at = from; at + query.length <= page.length; at++) {
      const same =
        collator.compare(page.slice(at, at + query.length), query) === 0 &&
        !page.slice(at, at + query.length).includes('\n');
      if (same && (!startBounded || bounds.has(at)) && (!endBounded || bounds.has(at + query.length)))
        return { from: at, to: at + query.length };
      if (here) return undefined;
    }
    return undefined;
  };
  const pastSpace = (at: number) => at + (/^\s*/.exec(page.slice(at))?.[0].length ?? 0);

  const mustEnd = end !== undefined || suffix === undefined;
  for (let search = 0; search < page.length;) {
    let match: Found | undefined;
    if (prefix !== undefined) {
      const before = find(prefix, search, true, false, false);
      if (!before) return undefined;
      search = before.from + 1;
      match = find(start, pastSpace(before.to), false, mustEnd, true);
      if (!match) continue;
    } else {
      match = find(start, search, true, mustEnd, false);
      if (!match) return undefined;
      search = match.from + 1;
    }
    for (let rest = match.to; ;) {
      let { to } = match;
      if (end !== undefined) {
        const last = find(end, rest, true, suffix === undefined, false);
        if (!last) return undefined;
        to = last.to;
      }
      if (suffix === undefined || find(suffix, pastSpace(to), false, true, true)) return [match.from, to];
      if (end === undefined) break;
      rest = to;
    }
  }
  return undefined;
}
