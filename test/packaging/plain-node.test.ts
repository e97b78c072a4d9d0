import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../packages/elements/src/version.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** As an installed package resolves, through its exports map, to what was built. */
async function exportsOf(specifier: string): Promise<string[]> {
  const script = `import(${JSON.stringify(specifier)}).then((all) => console.log(JSON.stringify(Object.keys(all))))`;
  const { stdout } = await run(process.execPath, ['-e', script], { cwd: root });
  return JSON.parse(stdout) as string[];
}

describe('every package, imported in plain Node', () => {
  it.each([
    ['@pullquote/record', 'parseRecord'],
    ['@pullquote/record/reader', 'judge'],
    ['@pullquote/events', 'parseFact'],
    ['@pullquote/events/browser', 'createCounting'],
    ['@pullquote/elements', 'PqCard'],
    ['@pullquote/elements/bundle/pullquote.js', 'connect'],
    ['@pullquote/elements/bundle/pullquote.js', 'upgrade'],
    ['@pullquote/community', 'createCommunity'],
    ['@pullquote/collector', 'createCollector'],
    ['pullquote', 'signItem'],
  ])('%s has %s', async (specifier, name) => {
    expect(await exportsOf(specifier)).toContain(name);
  });

  it('keeps the schema library out of what browsers load', async () => {
    expect(await exportsOf('@pullquote/record/reader')).not.toContain('parseRecord');
  });

  it('the elements can be registered where a server renders them, and the bundle does nothing there', async () => {
    const script = `
await import('@pullquote/elements/bundle/pullquote.js');
const { connect } = await import('@pullquote/elements/bundle/pullquote.js');
connect({});
const before = typeof globalThis.customElements;
await import('@pullquote/elements/define');
console.log(JSON.stringify([before, ['pq-card', 'pq-label', 'pq-share'].map((tag) => customElements.get(tag)?.name)]));`;
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(['undefined', ['PqCard', 'PqLabel', 'PqShare']]);
  });
});

describe('the bundle', () => {
  const bundle = new URL('../../packages/elements/dist/bundle/', import.meta.url);

  it('says the version that its package has', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', bundle), 'utf8')) as {
      version: string;
    };
    expect(VERSION).toBe(version);
    expect(await readFile(new URL('pullquote.js', bundle), 'utf8')).toContain(JSON.stringify(version));
  });

  it('sets no global but its own, and asks for no policy but its own', async () => {
    const text = await readFile(new URL('pullquote.js', bundle), 'utf8');
    expect(text).not.toMatch(
      /litHtmlVersions|litElementVersions|reactiveElementVersions|litPropertyMetadata|PolyfillSupport/,
    );
    expect(text).not.toMatch(/litElementHydrateSupport/);
    expect(text.match(/createPolicy\("[^"]*"/g)).toEqual(['createPolicy("pullquote"']);
  });
});
