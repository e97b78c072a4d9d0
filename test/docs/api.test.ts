import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Package } from 'custom-elements-manifest/schema.d.ts';
import { beforeAll, describe, expect, it } from 'vitest';

const FOLDER = new URL('../../docs/developers/api/', import.meta.url);
const read = (path: string) => readFile(fileURLToPath(new URL(path, FOLDER)), 'utf8');

/** How to mend it. */
const STALE = 'The sources say something else by now. Run: npm run docs:api';

let pages: Map<string, string>;
beforeAll(async () => {
  const { apiPages } = (await import(new URL('make-api.mjs', FOLDER).href)) as {
    apiPages(): Promise<Map<string, string>>;
  };
  pages = await apiPages();
});

it('stands in the pages as the packages have it', async () => {
  const written = (await readdir(FOLDER)).filter((file) => file.endsWith('.md'));
  expect(written.sort()).toEqual([...pages.keys()].sort());
  for (const file of written) expect(await read(file), `${file}: ${STALE}`).toBe(pages.get(file));
});

it.each([
  ['record', '@pullquote/record'],
  ['record', '@pullquote/record/reader'],
  ['events', '@pullquote/events'],
  ['events', '@pullquote/events/browser'],
  ['elements', '@pullquote/elements'],
  ['community', '@pullquote/community'],
  ['collector', '@pullquote/collector'],
  ['cli', 'pullquote'],
])('%s.md names all that %s gives', async (page, specifier) => {
  const text = await read(`${page}.md`);
  const names = Object.keys((await import(specifier)) as object);
  expect(names.length).toBeGreaterThan(0);
  const after = text.slice(text.indexOf(`## \`${specifier}\``));
  for (const name of names) expect(after, name).toMatch(new RegExp(`(^#### |, |: )\`${name}\``, 'm'));
});

describe('elements.md', () => {
  it('names every attribute, property, method, event, slot, part and custom property of every element', async () => {
    const text = await read('elements.md');
    const manifest = JSON.parse(await read('../../../packages/elements/dist/custom-elements.json')) as Package;
    const elements = manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap((one) => ('tagName' in one && one.tagName !== undefined ? [one] : []));
    expect(elements.length).toBeGreaterThan(4);
    for (const element of elements) {
      const [, part = ''] = text.split(`### \`<${element.tagName}>\`\n`);
      const own = part.split(/^##/m)[0] ?? '';
      const { attributes = [], members = [], events = [], cssParts = [], cssProperties = [] } = element;
      for (const { name } of [...attributes, ...events, ...cssParts, ...cssProperties])
        expect(own, `${element.tagName} ${name}`).toContain(`| \`${name}\` `);
      for (const { name } of members)
        expect(own, `${element.tagName} ${name}`).toMatch(new RegExp(`\\| \`${name}[\`(]`));
      for (const { name } of element.slots ?? [])
        expect(own, `${element.tagName} slot ${name}`).toContain(name === '' ? '| unnamed ' : `| \`${name}\` `);
    }
  });
});
