import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hasNats } from '../support/servers/nats.js';
import { findCommand } from '../support/servers/process.js';
import { readConfig } from '../../packages/collector/src/config.js';

const deploy = fileURLToPath(new URL('../../examples/deploy/', import.meta.url));
const units = readdirSync(join(deploy, 'systemd')).filter((name) => /\.(service|timer)$/.test(name));
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'pullquote-units-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (...path: string[]) => readFileSync(join(deploy, ...path), 'utf8');

// What is not installed here, the programs and their users, is put in from this machine; everything else is checked as it is.
for (const name of units)
  writeFileSync(
    join(folder, name),
    read('systemd', name)
      .replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true')
      .replace(/^User=.*$/m, 'User=root')
      .replace(/^Group=.*$/m, 'Group=root'),
  );

describe.skipIf(!hasSystemd)('systemd takes the units', () => {
  it.each(units)('%s, without a warning', (name) => {
    const { stdout, stderr, status } = spawnSync('systemd-analyze', ['verify', '--man=no', join(folder, name)], {
      encoding: 'utf8',
      env: { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` },
    });
    // It looks at all that a unit draws in: only what it says of ours counts.
    const said = (stdout + stderr).split('\n').filter((line) => line.includes('pullquote'));
    expect({ said, status }).toEqual({ said: [], status: 0 });
  });

  it.each(units.filter((name) => name.endsWith('.service')))('and finds %s well shut in', (name) => {
    const unit = join(folder, name);
    // As its own user, which this check cannot look up.
    writeFileSync(unit, readFileSync(unit, 'utf8').replace(/^User=root$/m, 'User=daemon'));
    const report = execFileSync('systemd-analyze', ['security', '--no-pager', '--offline=true', unit], {
      encoding: 'utf8',
    });
    const [, exposure] = /Overall exposure level for \S+: ([\d.]+)/.exec(report) ?? [];
    expect(Number(exposure)).toBeLessThanOrEqual(1.5);
  });
});

describe('the sample settings', () => {
  it('are ones that the collector starts with', async () => {
    const settings = await readConfig(join(deploy, 'collector.yaml'));
    expect(settings).toMatchObject({ access: 'keys', proxies: 1, origin: 'https://collector.publisher.example' });
    expect(read('systemd', 'pullquote-collector.service')).toContain(`StateDirectory=pullquote-collector`);
    expect(settings.dataFile).toBe('/var/lib/pullquote-collector/collector.sqlite');
    expect(read('nginx', 'collector.conf')).toContain(`http://${settings.listen.host}:${settings.listen.port};`);
  });

  it('set nothing in a unit or an image that the collector does not know', async () => {
    for (const text of [read('systemd', 'pullquote-collector.service'), read('Containerfile')]) {
      const set = [...text.matchAll(/(PULLQUOTE_COLLECTOR_\w+)=(\S+)/g)].map(
        ([, name, value]) => [name, value] as const,
      );
      expect(set.length).toBeGreaterThan(0);
      const env = Object.fromEntries(
        set.map(([name, value]) => [
          name,
          name?.endsWith('_FILE') && name.includes('TOKEN') ? join(folder, 'token') : value,
        ]),
      );
      writeFileSync(join(folder, 'token'), 'a-token-of-the-metrics');
      await expect(readConfig(join(deploy, 'collector.yaml'), env)).resolves.toBeDefined();
    }
  });

  it('of several collectors name the servers that they share', async () => {
    const store = { log: 'nats://collector:secret@nats-1:4222', analytics: 'http://collector:secret@clickhouse:8123' };
    writeFileSync(join(folder, 'store-log'), store.log);
    writeFileSync(join(folder, 'store-analytics'), store.analytics);
    const settings = await readConfig(join(deploy, 'cluster/collector.yaml'), {
      PULLQUOTE_COLLECTOR_STORE_LOG_FILE: join(folder, 'store-log'),
      PULLQUOTE_COLLECTOR_STORE_ANALYTICS_FILE: join(folder, 'store-analytics'),
    });
    expect(settings.store).toMatchObject({ ...store, name: 'pullquote' });
    const unit = read('systemd', 'pullquote-shared-collector.service');
    for (const part of ['log', 'analytics'])
      expect(unit).toContain(`PULLQUOTE_COLLECTOR_STORE_${part.toUpperCase()}_FILE=%d/store-${part}`);
    const compose = parse(read('cluster', 'compose.yaml'), { merge: true }) as {
      services: Record<string, { environment: Record<string, string> }>;
    };
    expect(Object.keys(compose.services)).toEqual([
      ...['nats-1', 'nats-2', 'nats-3', 'clickhouse', 'collector-1', 'collector-2'],
    ]);
    const { PULLQUOTE_COLLECTOR_STORE_LOG: log, ...rest } = compose.services['collector-1']?.environment ?? {};
    await expect(
      readConfig(join(deploy, 'cluster/collector.yaml'), {
        ...rest,
        PULLQUOTE_COLLECTOR_STORE_LOG: log?.replace('${NATS_PASSWORD}', 'x'),
      }).then(({ listen }) => listen.host),
    ).resolves.toBe('0.0.0.0');
  });

  it.skipIf(!hasNats)('of NATS are ones that it starts with', () => {
    const { status, stderr } = spawnSync(
      findCommand('nats-server') ?? '',
      ['-t', '-c', join(deploy, 'cluster/nats.conf')],
      {
        encoding: 'utf8',
        env: { ...process.env, NATS_NAME: 'nats-1', NATS_PASSWORD: 'secret' },
      },
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });

  it('of the community export what its server needs', async () => {
    const { default: config } = (await import(pathToFileURL(join(deploy, 'community.config.mjs')).href)) as {
      default: Record<string, unknown>;
    };
    expect(Object.keys(config)).toEqual(
      expect.arrayContaining(['origin', 'name', 'country', 'readers', 'dataDir', 'publishers', 'compose', 'member']),
    );
    expect(read('nginx', 'community.conf')).toContain('127.0.0.1:4803');
    expect(read('systemd', 'pullquote-community.service')).toContain('--port 4803');
  });
});

describe('its guide', () => {
  it('names every file of the folder, and none that is not there', () => {
    const guide = read('README.md');
    const files = readdirSync(deploy, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'README.md')
      .map((entry) => join(entry.parentPath, entry.name).slice(deploy.length));
    for (const file of files) expect(guide, file).toContain(file);
    for (const [, named = ''] of guide.matchAll(/`examples\/deploy\/([\w./-]+)`/g))
      expect(existsSync(join(deploy, named)), named).toBe(true);
  });
});
