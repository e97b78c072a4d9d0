import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { findCommand, ServerProcess } from './process.js';

const command = findCommand('clickhouse-server');
export const hasClickHouse = command !== undefined;

export interface ClickHouseServer {
  readonly process: ServerProcess;
  readonly url: string;
}

/** A ClickHouse on this machine with a folder of its own. Not started yet. */
export async function clickHouseServer(folder: string): Promise<ClickHouseServer> {
  const [http, tcp] = [await freePort(), await freePort()];
  const place = (name: string) => {
    mkdirSync(join(folder, 'clickhouse', name), { recursive: true });
    return `${join(folder, 'clickhouse', name)}/`;
  };
  const file = join(folder, 'clickhouse.xml');
  writeFileSync(
    file,
    `<yandex>
      <logger><level>error</level><log>${place('log')}log</log><errorlog>${place('log')}errors</errorlog></logger>
      <listen_host>127.0.0.1</listen_host><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port>
      <path>${place('data')}</path><tmp_path>${place('tmp')}</tmp_path>
      <user_files_path>${place('files')}</user_files_path><format_schema_path>${place('schemas')}</format_schema_path>
      <mark_cache_size>268435456</mark_cache_size>
      <users><default>
        <password></password><networks><ip>::/0</ip></networks><profile>default</profile><quota>default</quota>
      </default></users>
      <profiles><default></default></profiles><quotas><default></default></quotas>
    </yandex>`,
  );
  const url = `http://127.0.0.1:${http}`;
  const answers = async () => (await fetch(`${url}/ping`, { signal: AbortSignal.timeout(2_000) })).ok;
  return {
    process: new ServerProcess('clickhouse', command ?? 'clickhouse-server', [`--config-file=${file}`], answers),
    url,
  };
}
