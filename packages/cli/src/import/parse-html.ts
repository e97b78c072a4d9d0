import { Parser } from 'htmlparser2';
import { CliError } from '../errors.js';
import { decodeText } from './decode-text.js';
import { htmlEncoding } from './encodings.js';

/** Bounds on one page. What a page says about itself is small; a hostile page meets a bound early. */
export const HTML_LIMITS = {
  bytes: 50 * 1024 * 1024,
  depth: 512,
  elements: 2_000_000,
  /** Statements that are kept: `meta`, `link` and JSON-LD. */
  statements: 10_000,
  /** Characters in one of them, a JSON-LD block aside. */
  text: 100_000,
  /** Characters of JSON-LD in one page. */
  jsonLd: 4 * 1024 * 1024,
};

/** What a page states about itself, as it stands there. */
export interface HtmlPage {
  readonly lang: string | undefined;
  readonly title: string | undefined;
  readonly base: string | undefined;
  /** By `name` or `property` in small letters, in the page's order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Addresses by `rel`. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** The text of each JSON-LD block. */
  readonly jsonLd: readonly string[];
}

/**
 * Reads a page as it arrives and keeps only what it states about itself: no tree is built, no script is run.
 * @throws CliError `import`
 */
export async function parseHtml(
  chunks: AsyncIterable<Uint8Array>,
  contentType?: string,
  limits = HTML_LIMITS,
): Promise<HtmlPage> {
  const meta = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const jsonLd: string[] = [];
  let lang: string | undefined;
  let title: string | undefined;
  let base: string | undefined;
  let collecting: { kind: 'title' | 'json'; text: string } | undefined;
  let depth = 0;
  let foreign = 0;
  let elements = 0;
  let statements = 0;
  let jsonLength = 0;

  const refuse = (what: string): never => {
    throw new CliError('import', what);
  };
  const keep = (map: Map<string, string[]>, key: string | undefined, value: string | undefined) => {
    if (key === undefined || value === undefined) return;
    if (++statements > limits.statements)
      refuse(`The page has more than ${limits.statements} meta and link elements; this is no article or label.`);
    if (value.length > limits.text)
      refuse(`The page's "${key.slice(0, 60)}" is longer than ${limits.text} characters; shorten it.`);
    for (const one of new Set(key.toLowerCase().trim().split(/\s+/).slice(0, 10))) {
      const values = map.get(one);
      if (values === undefined) map.set(one, [value]);
      else values.push(value);
    }
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      if (++elements > limits.elements) refuse(`The page has more than ${limits.elements} elements; split it.`);
      if (++depth > limits.depth)
        refuse(`Elements are nested more than ${limits.depth} deep; this is no page of an article or label.`);
      if (name === 'svg' || name === 'math') foreign++;
      else if (name === 'html') lang ??= attributes['lang'] ?? attributes['xml:lang'];
      else if (name === 'base') base ??= attributes['href'];
      else if (name === 'meta') keep(meta, attributes['name'] ?? attributes['property'], attributes['content']);
      else if (name === 'link') keep(links, attributes['rel'], attributes['href']);
      else if (name === 'title' && foreign === 0 && title === undefined) collecting = { kind: 'title', text: '' };
      else if (name === 'script' && /^\s*application\/ld\+json\s*(;|$)/i.test(attributes['type'] ?? '')) {
        if (++statements > limits.statements) refuse(`The page has more than ${limits.statements} blocks of data.`);
        collecting = { kind: 'json', text: '' };
      }
    },
    ontext(text) {
      if (collecting === undefined) return;
      collecting.text += text;
      if (collecting.kind === 'json' && (jsonLength += text.length) > limits.jsonLd)
        refuse(`The page holds more than ${limits.jsonLd / 1024 / 1024} MB of JSON-LD; this describes no single item.`);
      if (collecting.kind === 'title' && collecting.text.length > limits.text)
        refuse(`The page's title is longer than ${limits.text} characters; shorten it.`);
    },
    onclosetag(name) {
      depth--;
      if (name === 'svg' || name === 'math') foreign--;
      if (collecting === undefined || (name !== 'title' && name !== 'script')) return;
      if (collecting.kind === 'title') title = collecting.text;
      else jsonLd.push(collecting.text);
      collecting = undefined;
    },
    onprocessinginstruction(_name, data) {
      if (/^!doctype\b[^>]*\[/i.test(data))
        refuse('The page defines entities in its DOCTYPE. Write "<!DOCTYPE html>" instead: DTDs are not read.');
    },
  });

  for await (const text of decodeText(chunks, limits.bytes, htmlEncoding(contentType))) parser.write(text);
  parser.end();
  return { lang, title, base, meta, links, jsonLd };
}
