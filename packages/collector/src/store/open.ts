import type { CollectorSettings } from '../config.js';
import type { Log } from '../log.js';
import { fileOf, serversOf } from './setting.js';
import { openSqliteStore } from './sqlite/sqlite-store.js';
import type { Store } from './store.js';

/** Opens the store that the settings name. What only several servers need is loaded only for them. @throws CollectorError `store` */
export async function openStore(
  settings: Pick<CollectorSettings, 'dataFile' | 'store'>,
  {
    writing,
    log,
  }: { readonly writing?: 'thread' | 'here' | undefined; readonly log?: Pick<Log, 'error'> | undefined } = {},
): Promise<Store> {
  const servers = serversOf(settings);
  if (!servers) return openSqliteStore({ file: fileOf(settings, 'store'), writing });
  const { openClusterStore } = await import('./cluster/cluster-store.js');
  return openClusterStore(servers, log);
}
