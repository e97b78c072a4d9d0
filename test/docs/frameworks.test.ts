import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const page = await readFile(new URL('docs/communities/frameworks.md', ROOT), 'utf8');

/** Lines without their indentation and without blank ones: how far in a piece stands is its file's own matter. */
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const snippets = [...page.matchAll(/<!-- (examples\/\S+) -->\n\n```\w+\n([\s\S]*?)```/g)].map(
  ([, file = '', text = '']) => ({ file, text }),
);

it('takes every snippet from an example', () => {
  // Commands of a shell stand in blocks without a language.
  expect(page.match(/```\w+\n/g)?.length).toBe(snippets.length);
  expect(snippets.length).toBeGreaterThan(10);
});

it.each(snippets)('$file still says so', async ({ file, text }) => {
  const whole = lines(await readFile(new URL(file, ROOT), 'utf8')).join('\n');
  for (const piece of text.split(/^\s*\/\/ …$/m)) {
    // Prettier ends a lone piece of markup with a semicolon.
    expect(whole).toContain(lines(piece).join('\n').replace(/;$/, ''));
  }
});
