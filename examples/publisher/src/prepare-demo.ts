import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  initProject,
  openProject,
  publishFolder,
  readIndex,
  refreshStatus,
  signItem,
  withdrawItem,
  type ConfigInput,
  type Project,
  type WithdrawResult,
} from 'pullquote';
import { stringify } from 'yaml';
import { DEMO_ITEMS, type DemoItemName } from './items.js';
import { SITE_NAME } from './site-name.js';

export interface DemoSettings {
  /** Folder for the project; what an earlier start left there is used again. */
  readonly root: string;
  /** Where the site will be served. */
  readonly origin: string;
  /** The collector's address, for the events that communities send. */
  readonly eventsUrl?: string | undefined;
  /** Communities that the site's pages may lead to. */
  readonly communities?: readonly { readonly name: string; readonly share: string }[] | undefined;
  /** How long a status list vouches; a day without it. */
  readonly statusTtlSeconds?: number | undefined;
}

export interface DemoProject {
  readonly root: string;
  readonly publicDir: string;
  readonly origin: string;
  readonly items: readonly { readonly name: DemoItemName; readonly url: string }[];
  /** Renews the status list; call it on a timer, well within its lifetime. */
  refresh(): Promise<void>;
  /** Withdraws an item by its name or address, as `pullquote withdraw` does. */
  withdraw(item: string, reason: string): Promise<WithdrawResult>;
}

/** Does what a publisher does with `pullquote init`, `sign` and `publish`. Keys and withdrawals survive a restart. */
export async function prepareDemo(settings: DemoSettings): Promise<DemoProject> {
  const project = await openOrInit(settings);
  const { records } = await readIndex(project);
  const gone = new Set(records.filter(({ state }) => state === 'withdrawn').map(({ name }) => name));
  for (const { name } of DEMO_ITEMS) {
    const from = fileURLToPath(new URL(`../items/${name}.yaml`, import.meta.url));
    await copyFile(from, join(project.paths.items, `${name}.yaml`));
    if (!gone.has(name)) await signItem(project, name);
  }
  await publishFolder(project);
  return {
    root: project.paths.root,
    publicDir: project.paths.public,
    origin: settings.origin,
    items: DEMO_ITEMS.map(({ name }) => ({ name, url: `${settings.origin}/${name}` })),
    refresh: async () => void (await refreshStatus(project)),
    withdraw: (item, reason) => withdrawItem(project, item, { reason }),
  };
}

async function openOrInit({ root, origin, eventsUrl, communities, statusTtlSeconds }: DemoSettings): Promise<Project> {
  const config: ConfigInput = {
    name: SITE_NAME,
    origin,
    ...(eventsUrl === undefined ? {} : { events: eventsUrl }),
    ...(communities === undefined ? {} : { communities: [...communities] }),
    ...(statusTtlSeconds === undefined ? {} : { statusTtlHours: statusTtlSeconds / 3600 }),
  };
  const before = await openProject(root).catch(() => undefined);
  if (before === undefined) return (await initProject(root, config)).project;
  // Records are bound to their origin: on another port all of them are signed anew, with the same keys.
  if (before.config.origin !== origin) {
    for (const folder of [before.paths.signed, before.paths.public]) await rm(folder, { recursive: true, force: true });
    await mkdir(before.paths.signed, { recursive: true });
  }
  await writeFile(before.paths.config, stringify(config));
  return openProject(root);
}
