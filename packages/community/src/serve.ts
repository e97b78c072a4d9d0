import { serve } from '@hono/node-server';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCommunity } from './community.js';
import type { CommunityConfig } from './config.js';
import { CommunityError } from './errors.js';
import { isDataFile, readDataFile } from './sidecar/config-file.js';

export interface ServeOptions {
  /** A YAML file, or a JavaScript module whose default export is the configuration. */
  readonly config: string;
  readonly port: number;
  readonly host: string;
}

/** Runs a community's `/pq/` as a server of its own, beside the forum. @throws CommunityError `config` */
export async function serveCommunity({ config, port, host }: ServeOptions): Promise<{ close(): Promise<void> }> {
  const community = await createCommunity(await readConfig(config));
  const server = serve({ fetch: (request) => community.fetch(request), port, hostname: host });
  try {
    await once(server, 'listening');
  } catch (error) {
    await community.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CommunityError('config', `--port: ${port} is in use on ${host}. Choose another one.`);
  }
  community.start();
  return {
    async close() {
      await new Promise((done) => server.close(done));
      await community.close();
    },
  };
}

/** A module can give `member` as a function; in a file the forum vouches for members by signed assertions. */
export async function readConfig(path: string): Promise<CommunityConfig> {
  if (isDataFile(path)) return readDataFile(path);
  let module: { default?: unknown };
  try {
    module = (await import(pathToFileURL(resolve(path)).href)) as { default?: unknown };
  } catch (error) {
    const { name, message } = error as Error;
    throw new CommunityError('config', `${path}: can't be loaded as a JavaScript module (${name}: ${message}).`);
  }
  if (typeof module.default !== 'object' || module.default === null)
    throw new CommunityError('config', `${path}: must export the configuration as its default export.`);
  return module.default as CommunityConfig;
}
