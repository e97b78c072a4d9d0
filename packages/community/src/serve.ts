import { serve } from '@hono/node-server';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Community } from './api.js';
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
  const handle = await readHandle(config);
  const community = await createCommunity(await readConfig(config));
  const answer = async (request: Request) => (await handle?.(request, community)) ?? community.fetch(request);
  const server = serve({ fetch: answer, port, hostname: host });
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

/**
 * What a configuration in JavaScript may export as `handle`: it is asked before the community is, and says nothing to what is not its
 * own. For what a forum's engine tells in a form of its own, such as a signed webhook of a deleted post.
 */
export type Handle = (request: Request, community: Community) => Response | undefined | Promise<Response | undefined>;

async function readHandle(path: string): Promise<Handle | undefined> {
  if (isDataFile(path)) return undefined;
  const { handle } = await importModule(path);
  if (handle === undefined) return undefined;
  if (typeof handle !== 'function')
    throw new CommunityError('config', `${path}: handle: must be a function of a request and the community.`);
  return handle as Handle;
}

/** A module can give `member` as a function; in a file the forum vouches for members by signed assertions. */
export async function readConfig(path: string): Promise<CommunityConfig> {
  if (isDataFile(path)) return readDataFile(path);
  const module = await importModule(path);
  if (typeof module.default !== 'object' || module.default === null)
    throw new CommunityError('config', `${path}: must export the configuration as its default export.`);
  return module.default as CommunityConfig;
}

async function importModule(path: string): Promise<{ default?: unknown; handle?: unknown }> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as { default?: unknown; handle?: unknown };
  } catch (error) {
    const { name, message } = error as Error;
    throw new CommunityError('config', `${path}: can't be loaded as a JavaScript module (${name}: ${message}).`);
  }
}
