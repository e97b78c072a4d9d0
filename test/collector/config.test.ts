import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, settingVariables } from '../../packages/collector/src/config.js';
import { PUBLISHER, tempFolder } from './setup.js';

const BASE = `dataFile: collector.sqlite\npublishers:\n  - origin: ${PUBLISHER}\n    name: Parke-Davis\n`;

function file(text = BASE, name = 'collector.yaml'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('the environment', () => {
  it('overrides any setting that is one word or number', async () => {
    const settings = await readConfig(file(`${BASE}listen:\n  host: 127.0.0.1\n`), {
      PULLQUOTE_COLLECTOR_LISTEN_PORT: '5000',
      PULLQUOTE_COLLECTOR_DATA_FILE: '/var/lib/pullquote/collector.sqlite',
      PULLQUOTE_COLLECTOR_ORIGIN: 'https://collector.publisher.example',
      PULLQUOTE_COLLECTOR_LIMITS_PER_KEY: '99',
      PULLQUOTE_COLLECTOR_SESSION_HOURS: '3',
      HOME: '/nowhere',
    });
    expect(settings).toMatchObject({
      listen: { host: '127.0.0.1', port: 5_000 },
      dataFile: '/var/lib/pullquote/collector.sqlite',
      origin: 'https://collector.publisher.example',
      limits: { perKey: 99, perAddress: 120 },
      sessionHours: 3,
    });
  });

  it('reads a secret from a file', async () => {
    const secret = file('0123456789abcdef-secret\n', 'token');
    chmodSync(secret, 0o400);
    const settings = await readConfig(file(), { PULLQUOTE_COLLECTOR_METRICS_TOKEN_FILE: secret });
    expect(settings.metrics.token).toBe('0123456789abcdef-secret');
  });

  it('names every variable that there is', () => {
    const names = settingVariables();
    expect(names).toEqual([...new Set(names)]);
    expect(names).toContain('PULLQUOTE_COLLECTOR_LISTEN_HOST');
    expect(names).toContain('PULLQUOTE_COLLECTOR_ACCESS');
    expect(names.some((name) => name.includes('PUBLISHERS') || name.includes('TITLES'))).toBe(false);
  });

  it.each([
    [{ PULLQUOTE_COLLECTOR_PORT: '1' }, /PULLQUOTE_COLLECTOR_PORT: there is no such setting/],
    [{ PULLQUOTE_COLLECTOR_PUBLISHERS: '[]' }, /PUBLISHERS: there is no such setting/],
    [{ PULLQUOTE_COLLECTOR_LISTEN_PORT: 'many' }, /LISTEN_PORT: must be a number/],
    [{ PULLQUOTE_COLLECTOR_LISTEN_PORT: '0x10' }, /LISTEN_PORT: must be a number/],
    [{ PULLQUOTE_COLLECTOR_LISTEN_PORT: '99999' }, /listen\.port: must be 0 to 65535/],
    [{ PULLQUOTE_COLLECTOR_METRICS_TOKEN: 'short' }, /metrics\.token: must have at least 16/],
    [
      { PULLQUOTE_COLLECTOR_METRICS_TOKEN_FILE: '/nowhere/token' },
      /METRICS_TOKEN_FILE: \/nowhere\/token cannot be read \(ENOENT\)/,
    ],
    [
      { PULLQUOTE_COLLECTOR_ORIGIN: 'https://a.example', PULLQUOTE_COLLECTOR_ORIGIN_FILE: '/x' },
      /ORIGIN_FILE: PULLQUOTE_COLLECTOR_ORIGIN sets the same/,
    ],
    [{ PULLQUOTE_COLLECTOR_ORIGIN: 'http://collector.example' }, /origin: must be an https origin/],
    [{ PULLQUOTE_COLLECTOR_ACCESS: 'off' }, /access: must be "keys" or "open"/],
  ])('is refused by name: %j', async (env, message) => {
    await expect(readConfig(file(), env)).rejects.toThrow(message);
  });

  it('never repeats a secret in an error', async () => {
    const env = { PULLQUOTE_COLLECTOR_METRICS_TOKEN: 'hunter2' };
    await expect(readConfig(file(), env)).rejects.not.toThrow(/hunter2/);
  });
});

describe('the settings file', () => {
  it.each([
    ['access: open\nlisten:\n  host: 0.0.0.0\n', /access: "open" .* 127\.0\.0\.1/],
    ['sessionHours: 0\n', /sessionHours: must be a whole number from 1 to 720/],
    ['proxies: 1.5\n', /proxies: must be a whole number/],
    ['limits:\n  perkey: 1\n', /limits\.perkey: this setting does not exist/],
    ['listen: yes\n', /listen/],
  ])('is refused by field: %j', async (more, message) => {
    await expect(readConfig(file(BASE + more))).rejects.toThrow(message);
  });

  it.each([
    ['5', /store: must be sqlite: and a path, or an object with log and analytics/],
    ['collector.sqlite', /store: must be sqlite: and a path/],
    ['{ log: nats://a }', /store\.analytics: is missing/],
    ['{ log: http://a, analytics: http://b }', /store\.log: must be nats:\/\/ or tls:\/\/ addresses/],
    ['{ log: nats://a, analytics: http://b, nam: x }', /store\.nam: this setting does not exist/],
    ['{ log: nats://a, analytics: http://b, name: A b }', /store\.name: must be a small letter/],
  ])('says what is wrong inside a store of either kind: %j', async (store, message) => {
    await expect(readConfig(file(`${BASE.replace(/^dataFile.*\n/m, '')}store: ${store}\n`))).rejects.toThrow(message);
  });

  it('may be open on this machine alone, and asks for keys unless told otherwise', async () => {
    expect((await readConfig(file())).access).toBe('keys');
    expect((await readConfig(file(`${BASE}access: open\n`))).access).toBe('open');
  });
});
