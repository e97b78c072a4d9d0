import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { packAll, PACKAGES, ROOT } from '../packaging/packed-project.js';

export interface Registry {
  readonly url: string;
  /** Names that were asked for and are not here: a newcomer would have been stopped there. */
  readonly missing: string[];
  close(): Promise<void>;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
}

interface Version {
  readonly manifest: Manifest;
  readonly tarball: Buffer;
}

/**
 * Stands in for the npm registry, because our packages are not published yet: it gives our own as `npm pack` packs them, and everything
 * else as it is installed here. What a newcomer types stays as it is.
 */
export async function startRegistry(scratch: string): Promise<Registry> {
  await mkdir(scratch, { recursive: true });
  const tarballs = await packAll(scratch);
  const ours = new Map(Object.entries(PACKAGES).map(([folder, name]) => [name as string, tarballs[folder] ?? '']));
  const installed = await installedFolders();
  const missing: string[] = [];

  const known = new Map<string, Promise<Version[]>>();
  const versionsOf = (name: string) => {
    const before = known.get(name) ?? readVersions(name);
    known.set(name, before);
    return before;
  };

  async function readVersions(name: string): Promise<Version[]> {
    const packed = ours.get(name);
    if (packed !== undefined) {
      const folder = Object.entries(PACKAGES).find(([, one]) => one === name)?.[0] ?? '';
      const manifest = await readManifest(join(ROOT, 'packages', folder));
      return [{ manifest, tarball: await readFile(packed) }];
    }
    const folders = installed.get(name) ?? [];
    return Promise.all(
      folders.map(async (folder) => ({ manifest: await readManifest(folder), tarball: await tar(folder) })),
    );
  }

  const server = createServer((request, response) => {
    void (async () => {
      const [, path = '', version] =
        /^\/([^?]+?)(?:\/-\/(.+)\.tgz)?$/.exec(decodeURIComponent(request.url ?? '')) ?? [];
      const versions = await versionsOf(path);
      if (versions.length === 0) {
        missing.push(path);
        return void response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
      }
      if (version !== undefined) {
        const found = versions.find(({ manifest }) => manifest.version === version);
        return void response.writeHead(found ? 200 : 404).end(found?.tarball);
      }
      const { port } = server.address() as AddressInfo;
      const described = versions.map(({ manifest, tarball }) => [
        manifest.version,
        {
          ...manifest,
          dist: {
            tarball: `http://127.0.0.1:${port}/${path}/-/${manifest.version}.tgz`,
            integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
          },
        },
      ]);
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          name: path,
          'dist-tags': { latest: versions[0]?.manifest.version },
          versions: Object.fromEntries(described) as object,
        }),
      );
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    missing,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Every place below node_modules where a package is installed, by its name. */
async function installedFolders(): Promise<Map<string, string[]>> {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, object>;
  };
  const found = new Map<string, string[]>();
  for (const path of Object.keys(lock.packages)) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), join(ROOT, path)]);
  }
  return found;
}

const readManifest = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;

/** An installed package as the registry would give it: without what is installed below it. The same bytes each time. */
function tar(folder: string): Promise<Buffer> {
  const options = ['--exclude=./node_modules', '--transform=s,^\\.,package,', '--sort=name', '--mtime=@0'];
  const child = spawn('tar', ['-c', ...options, '-C', folder, '.'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) =>
      code === 0 ? done(Buffer.concat(pieces)) : failed(new Error(`tar: ${folder} can't be packed.`)),
    );
  });
}
