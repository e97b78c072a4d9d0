import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

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
    ['@pullquote/community', 'createCommunity'],
    ['@pullquote/collector', 'createCollector'],
    ['pullquote', 'signItem'],
  ])('%s has %s', async (specifier, name) => {
    expect(await exportsOf(specifier)).toContain(name);
  });

  it('keeps the schema library out of what browsers load', async () => {
    expect(await exportsOf('@pullquote/record/reader')).not.toContain('parseRecord');
  });
});
