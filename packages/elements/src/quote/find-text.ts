/** The terms of a text directive: `text=[prefix-,]start[,end][,-suffix]`. */
export interface Directive {
  readonly prefix?: string | undefined;
  readonly start: string;
  readonly end?: string | undefined;
  readonly suffix?: string | undefined;
}

/**
 * The first place that a browser would take for the directive, as `[from, to]` in the page's text, whose blocks are parted by
 * line breaks. Follows "find a range from a text directive" of the WICG's URL Fragment Text Directives, but for word boundaries: whoever
 * finds the right place first without asking for them finds it first with them.
 */
export function findText(
  page: string,
  { prefix, start, end, suffix }: Directive,
): readonly [from: number, to: number] | undefined {
  for (let next = 0; ;) {
    const at = page.indexOf(prefix ?? start, next);
    if (at === -1) return undefined;
    next = at + 1;
    const from = prefix === undefined ? at : skipSpace(page, at + prefix.length);
    if (!page.startsWith(start, from)) continue;
    for (let to = from + start.length; ;) {
      if (end !== undefined) {
        const last = page.indexOf(end, to);
        if (last === -1) return undefined;
        to = last + end.length;
      }
      if (suffix === undefined || page.startsWith(suffix, skipSpace(page, to))) return [from, to];
      if (end === undefined) break;
    }
  }
}

/**
 * Text as coarsely as any browser compares it, letter case, accents and kinds of quotation marks aside, one code unit for one.
 */
export function coarse(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[A-Z]|[^\0-\x7f]/g, (unit) => unit.normalize('NFD').charAt(0).toLowerCase().charAt(0));
}

function skipSpace(page: string, at: number): number {
  while (/\s/.test(page.charAt(at))) at++;
  return at;
}
