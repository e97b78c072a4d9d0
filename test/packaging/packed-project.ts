import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const run = promisify(execFile);
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Folder below packages/ → name that it is published under. */
export const PACKAGES = {
  record: '@pullquote/record',
  events: '@pullquote/events',
  elements: '@pullquote/elements',
  community: '@pullquote/community',
  collector: '@pullquote/collector',
  cli: 'pullquote',
} as const;

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly bin?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
}

export const readPackage = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageFile;

/** Packs all packages as `npm publish` would. → a tarball for each, by folder */
export async function packAll(into: string): Promise<Record<string, string>> {
  const folders = Object.keys(PACKAGES);
  // A shell's settings for npm, such as those of the npm that runs this test, are no part of what is packed.
  const { stdout } = await run(
    'npm',
    [
      'pack',
      '--json',
      '--ignore-scripts',
      '--pack-destination',
      into,
      ...folders.flatMap((one) => ['--workspace', `packages/${one}`]),
    ],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
  );
  const answer = JSON.parse(stdout) as Record<string, { name: string; filename: string }>;
  const made = Object.values(answer);
  return Object.fromEntries(
    folders.map((folder) => {
      const { filename } = made.find(({ name }) => name === PACKAGES[folder as keyof typeof PACKAGES]) ?? {};
      if (filename === undefined) throw new Error(`npm packed no ${folder}: ${stdout.slice(0, 500)}`);
      return [folder, join(into, filename)];
    }),
  );
}

export interface Project {
  readonly folder: string;
  /** Where a package was installed. */
  at(folder: keyof typeof PACKAGES): string;
  remove(): Promise<void>;
}

/**
 * An empty project outside the repository with the packed packages in its node_modules, without a registry: each gets what its own
 * package.json names, and nothing that merely lies about here.
 * @param extra packages that the project itself has
 */
export async function packedProject(extra: readonly string[] = []): Promise<Project> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'packed-project-')));
  const modules = join(folder, 'node_modules');
  const at = (one: keyof typeof PACKAGES) => join(modules, PACKAGES[one]);
  const tarballs = await packAll(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true, type: 'module' }));
  const ours = new Set<string>(Object.values(PACKAGES));
  for (const one of Object.keys(PACKAGES) as (keyof typeof PACKAGES)[]) {
    await mkdir(at(one), { recursive: true });
    await run('tar', ['-xzf', tarballs[one] ?? '', '-C', at(one), '--strip-components=1']);
    const { dependencies = {} } = await readPackage(at(one));
    for (const name of Object.keys(dependencies))
      if (!ours.has(name)) await link(name, join(at(one), 'node_modules'), one);
  }
  for (const name of extra) await link(name, modules);
  return { folder, at, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Puts an installed package into a node_modules, from where the workspace keeps it. */
async function link(name: string, into: string, from?: string): Promise<void> {
  const places = [...(from === undefined ? [] : [join(ROOT, 'packages', from)]), ROOT].map((one) =>
    join(one, 'node_modules', name),
  );
  const place = places.find((one) => existsSync(one));
  if (place === undefined) throw new Error(`${name} is not installed here.`);
  const target = join(into, name);
  await mkdir(dirname(target), { recursive: true });
  await symlink(place, target, 'dir');
}

/** Every file below a folder, with slashes. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
