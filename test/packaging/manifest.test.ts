import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Package } from 'custom-elements-manifest/schema.d.ts';
import { describe, expect, it } from 'vitest';

const ELEMENTS = fileURLToPath(new URL('../../packages/elements/', import.meta.url));
const built = <Shape>(name: string) => JSON.parse(readFileSync(join(ELEMENTS, 'dist', name), 'utf8')) as Shape;

const manifest = built<Package>('custom-elements.json');
const declarations = manifest.modules.flatMap(({ declarations = [] }) => declarations);
const elements = declarations.flatMap((one) => ('tagName' in one && one.tagName !== undefined ? [one] : []));

const SOURCE: Record<string, string> = {
  'pq-card': 'src/pq-card.ts',
  'pq-label': 'src/pq-label.ts',
  'pq-ledger': 'src/ledger/pq-ledger.ts',
  'pq-quote': 'src/quote/pq-quote.ts',
  'pq-share': 'src/pq-share.ts',
};

const code = (path: string) => readFileSync(join(ELEMENTS, path), 'utf8');
/** Without its comments: what a docblock says proves nothing of what the code does. */
const bare = (path: string) => code(path).replace(/\/\*\*[\s\S]*?\*\//g, '');

/** Every file of ours that an element's own draws on; with `later`, what it loads only when asked too. */
function reached(from: string, later: boolean, found = new Set<string>()): Set<string> {
  if (found.has(from) || !existsSync(join(ELEMENTS, from))) return found;
  found.add(from);
  const pattern = later
    ? /(?:from |import\(|import )'(\.[^']+)\.js'/g
    : /^(?:import|export) (?!type)[^;]*?from '(\.[^']+)\.js'/gm;
  for (const [, path = ''] of bare(from).matchAll(pattern)) reached(join(dirname(from), `${path}.ts`), later, found);
  return found;
}

const said = (list: readonly { name: string }[] | undefined) => (list ?? []).map(({ name }) => name).sort();
const all = (files: Iterable<string>, pattern: RegExp) =>
  [...new Set([...files].flatMap((file) => [...bare(file).matchAll(pattern)].map(([, name = '']) => name)))].sort();

it('holds every element that the package registers, and no other', () => {
  const registered = ['src/define.ts', 'src/define-later.ts'].flatMap((file) => all([file], /'(pq-[a-z]+)':/g));
  expect(elements.map(({ tagName }) => tagName).sort()).toEqual(registered.sort());
  expect(Object.keys(SOURCE).sort()).toEqual(registered);
});

describe.each(elements.map((element) => [element.tagName ?? '', element] as const))('<%s>', (tag, element) => {
  const own = SOURCE[tag] ?? '';

  it('has the attributes that its class observes, each with its property, its type and a description', async () => {
    const classes = (await import('../../packages/elements/src/index.js')) as unknown as Record<
      string,
      { observedAttributes?: string[] }
    >;
    expect(said(element.attributes)).toEqual([...(classes[element.name]?.observedAttributes ?? [])].sort());
    for (const { name, description, type, fieldName } of element.attributes ?? []) {
      expect([name, description?.length ?? 0, type?.text ?? ''].join(), name).toMatch(/,[1-9]\d*,.+/);
      expect(element.members?.some((member) => member.name === fieldName)).toBe(true);
    }
  });

  it('documents every property of its class that a page can use', () => {
    for (const member of element.members ?? []) expect(member.description ?? '', member.name).not.toBe('');
  });

  it('names the parts that its templates have', () => {
    expect(said(element.cssParts)).toEqual(all(reached(own, false), /\bpart="([a-z]+)"/g));
  });

  it('names the custom properties that its style sheets read, with what they are worth unset', () => {
    const read = all(reached(own, true), /var\(\s*(--pq-[a-z-]+)/g);
    expect(said(element.cssProperties)).toEqual(read);
    for (const { name, default: unset = '' } of element.cssProperties ?? [])
      expect(
        [...reached(own, true)].some((file) => bare(file).includes(`var(${name}, ${unset})`)),
        `${name} is ${unset}`,
      ).toBe(true);
  });

  // The slot `own` is the element's own: it fills it itself, with what the author wrote into the stored label.
  it('names the slots that it draws', () => {
    expect(said(element.slots)).toEqual(
      all(reached(own, false), /<slot(?: name="([a-z]+)")?[ >]/g).filter((name) => name !== 'own'),
    );
  });

  it('names the events that leave it, with their classes', () => {
    // The account shows facts and makes none; by way of the counting that it reads, it reaches those who do.
    const files = [...reached(own, true)].filter((file) => tag !== 'pq-ledger' || file.startsWith('src/ledger/'));
    // Facts are told through one function, which others hand on without calling it.
    const made = { share: /new PqShareEvent\(/, shared: /new PqSharedEvent\(/, fact: /(?<!function )\btellFact\(/ };
    const events = Object.entries(made).flatMap(([name, pattern]) =>
      files.some((file) => pattern.test(bare(file))) ? [name] : [],
    );
    expect(said(element.events)).toEqual(events.map((name) => `pq-${name}`).sort());
    for (const { name, type } of element.events ?? [])
      expect(
        declarations.map((one) => one.name),
        name,
      ).toContain(type?.text);
  });
});

describe('what editors read', () => {
  interface Html {
    tags: { name: string; attributes: { name: string }[] }[];
  }
  interface WebTypes {
    name: string;
    version: string;
    contributions: { html: { elements: { name: string; attributes: { name: string }[] }[] } };
  }

  it.each([
    ['html-custom-data.json', () => built<Html>('html-custom-data.json').tags],
    ['web-types.json', () => built<WebTypes>('web-types.json').contributions.html.elements],
  ])('%s has each tag with its attributes', (_name, read) => {
    const shape = (list: readonly { name: string; attributes?: readonly { name: string }[] | undefined }[]) =>
      Object.fromEntries(list.map(({ name, attributes }) => [name, said(attributes)]));
    expect(shape(read())).toEqual(
      shape(elements.map(({ tagName = '', attributes }) => ({ name: tagName, attributes }))),
    );
    expect(JSON.stringify(read())).not.toMatch(/: undefined\b/);
  });

  it('css-custom-data.json has each custom property once', () => {
    const { properties } = built<{ properties: { name: string }[] }>('css-custom-data.json');
    const every = [...new Set(elements.flatMap(({ cssProperties }) => said(cssProperties)))].sort();
    expect(said(properties)).toEqual(every);
  });
});

it('the types for frameworks know every tag and attribute', () => {
  const types = code('jsx/index.d.ts');
  for (const element of elements) {
    const { tagName = '', name, attributes } = element;
    const row = new RegExp(`'${tagName}': (?:Some<${name}, ([^>]+)>|object);`).exec(types);
    expect(row, tagName).not.toBeNull();
    const heard = new RegExp(`'${tagName}': (?:\\{ ([^}]+) \\}|object);`, 'g');
    const events = [...types.matchAll(heard)].at(-1)?.[1] ?? '';
    expect([...events.matchAll(/'(pq-[a-z]+)'/g)].map(([, one = '']) => one).sort(), tagName).toEqual(
      said(element.events),
    );
    expect([...(row?.[1] ?? '').matchAll(/'([a-z]+)'/g)].map(([, one = '']) => one).sort()).toEqual(said(attributes));
  }
});
