import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withHash } from '../../.changeset/hash-row.mjs';
import { PACKAGES, readPackage, ROOT, run } from './packed-project.js';

it('all packages have one version, and each a changelog that begins with it', async () => {
  const { version } = await readPackage(join(ROOT, 'packages/record'));
  const { fixed } = JSON.parse(await readFile(join(ROOT, '.changeset/config.json'), 'utf8')) as { fixed: string[][] };
  expect(fixed.map((group) => [...group].sort())).toEqual([Object.values(PACKAGES).sort()]);
  for (const [folder, name] of Object.entries(PACKAGES)) {
    expect((await readPackage(join(ROOT, 'packages', folder))).version).toBe(version);
    expect(await readFile(join(ROOT, 'packages', folder, 'CHANGELOG.md'), 'utf8')).toMatch(
      new RegExp(`^# ${name}\n\n## ${version.replaceAll('.', '\\.')}\n`),
    );
  }
});

it('a release that nothing vouches for does not begin, and says what is missing', async () => {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: _ci, SIGSTORE_ID_TOKEN: _token, ...env } = process.env;
  const refused = await run(process.execPath, [join(ROOT, '.changeset/before-release.mjs')], { env }).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  );
  expect(refused?.code).toBe(1);
  expect(refused?.stderr).toContain('OIDC');
});

it('the hash of each version is added to the page that communities read', async () => {
  const page = await readFile(join(ROOT, 'docs/communities/single-file.md'), 'utf8');
  const once = withHash(page, '0.2.0', 'sha384-A');
  const twice = withHash(withHash(once, '0.3.0', 'sha384-B'), '0.3.0', 'sha384-C');
  expect(once).not.toContain('No version is released yet');
  expect(twice.indexOf('| 0.3.0 | `sha384-C` |')).toBeLessThan(twice.indexOf('| 0.2.0 | `sha384-A` |'));
  expect(twice).not.toContain('sha384-B');
  expect(() => withHash('No table', '0.2.0', 'sha384-A')).toThrow('version');
});
