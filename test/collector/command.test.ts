import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createCollector, startCollector } from '@pullquote/collector';
import { BATCH_TYPE, SIGNATURE_HEADER, signBatch } from '@pullquote/events';
import { generateKey, type PrivateKey } from '@pullquote/record';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../../packages/collector/src/commands/program.js';
import { fileOf } from '../../packages/collector/src/store/setting.js';
import { readConfig } from '../../packages/collector/src/config.js';
import { COMMUNITY, descriptor, event, PUBLISHER, send, tempFolder, trust } from './setup.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function configFile(
  text = `dataFile: collector.sqlite\npublishers:\n  - origin: ${PUBLISHER}\n    name: Parke-Davis\n`,
): string {
  const file = join(tempFolder(), 'collector.yaml');
  writeFileSync(file, text);
  return file;
}

/** A community that shows these keys, which can change. */
async function community(keys: PrivateKey[]): Promise<string> {
  let origin = '';
  const server = createServer((_, response) => {
    void descriptor(origin, keys).then((file) => response.end(JSON.stringify(file)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return origin;
}

/** Runs a command line; `answer` is what the person at the terminal says, if there is one. */
async function type(argv: string[], answer?: boolean) {
  const lines: string[] = [];
  const asked: string[] = [];
  const code = await run(argv, {
    out: (text) => lines.push(text),
    err: (text) => lines.push(text),
    confirm:
      answer === undefined
        ? undefined
        : async (question) => {
            asked.push(question);
            return answer;
          },
  });
  return { code, asked, text: lines.join('\n') };
}

describe('trust add', () => {
  it('shows whose keys they are and trusts them once a person has confirmed', async () => {
    const key = await generateKey();
    const config = configFile();
    const origin = await community([key]);
    const { code, asked, text } = await type(['trust', 'add', origin, '-c', config], true);
    expect(code).toBe(0);
    expect(asked).toHaveLength(1);
    for (const part of [origin, 'Grand Round', 'US', 'Paid for by its members.', key.kid]) expect(text).toContain(part);
    expect((await type(['trust', 'list', '-c', config])).text).toContain(key.kid);
    expect(JSON.parse((await type(['trust', 'list', '--json', '-c', config])).text)).toMatchObject([{ id: origin }]);
  });

  it('changes nothing when the person says no, or nobody can be asked', async () => {
    const config = configFile();
    const origin = await community([await generateKey()]);
    expect((await type(['trust', 'add', origin, '-c', config], false)).code).toBe(1);
    const alone = await type(['trust', 'add', origin, '-c', config]);
    expect(alone.code).toBe(1);
    expect(alone.text).toContain('--thumbprint');
    expect((await type(['trust', 'list', '-c', config])).text).toContain('No community is trusted yet.');
  });

  it('takes thumbprints from a script, and only the right ones', async () => {
    const config = configFile();
    const key = await generateKey();
    const origin = await community([key]);
    const add = (...more: string[]) => type(['trust', 'add', origin, '-c', config, '--yes', ...more]);
    expect((await add()).text).toContain('needs your confirmation');
    const wrong = await add('--thumbprint', (await generateKey()).kid);
    expect(wrong.code).toBe(1);
    expect(wrong.text).toContain('is not the one');
    expect((await add('--thumbprint', key.kid)).code).toBe(0);
    expect((await add()).text).toContain('is trusted already');
  });

  it('takes one thumbprint for each key, wherever the origin stands', async () => {
    const keys = [await generateKey(), await generateKey()];
    const origin = await community(keys);
    const prints = keys.flatMap(({ kid }) => ['-t', kid]);
    const config = configFile();
    const { code, text } = await type(['trust', 'add', '-c', config, '--yes', ...prints, origin]);
    expect(text).toContain('2 new, 0 removed');
    expect(code).toBe(0);
  });

  it('never lets a yes at the prompt cover a thumbprint that differs', async () => {
    const origin = await community([await generateKey()]);
    const argv = ['trust', 'add', origin, '-c', configFile(), '--thumbprint', (await generateKey()).kid];
    expect((await type(argv, true)).text).toContain('is not the one');
  });

  it('asks again when the keys have changed', async () => {
    const config = configFile();
    const keys = [await generateKey()];
    const origin = await community(keys);
    await type(['trust', 'add', origin, '-c', config], true);
    const unchanged = await type(['trust', 'add', origin, '-c', config], true);
    expect(unchanged.asked).toEqual([]);
    keys.splice(0, 1, await generateKey());
    const refused = await type(['trust', 'add', origin, '-c', config], false);
    expect(refused.text).toContain('its keys have changed');
    expect(refused.text).toContain('will no longer be trusted');
    expect(refused.code).toBe(1);
    expect((await type(['trust', 'add', origin, '-c', config], true)).text).toContain('1 new, 1 removed');
  });
});

describe('report', () => {
  it('prints tables or JSON', async () => {
    const config = configFile();
    const { listen: _, ...settings } = await readConfig(config);
    const collector = await createCollector({ ...settings, clock: () => Date.UTC(2026, 10, 22) });
    const key = await generateKey();
    await trust(collector, await descriptor(COMMUNITY, [key]));
    const { body, signature } = await signBatch([event()], key, PUBLISHER);
    const headers = { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature };
    await collector.fetch(new Request('http://127.0.0.1/v1/events', { method: 'POST', headers, body }));
    await collector.close();
    expect((await type(['report', '-c', config])).text).toContain('1 shared, 0 reshared, 0 quoted');
    expect(JSON.parse((await type(['report', '--json', '-c', config])).text)).toMatchObject({ totals: { shared: 1 } });
    expect((await type(['report', '-c', config, '-p', 'https://nobody.example'])).text).toContain('nobody.example');
  });
});

describe('rebuild', () => {
  it('says what it did, and what it cannot do', async () => {
    const config = configFile();
    const { listen: _, ...settings } = await readConfig(config);
    const collector = await createCollector({ ...settings, clock: () => Date.UTC(2026, 10, 22), writing: 'here' });
    const key = await generateKey();
    await trust(collector, await descriptor(COMMUNITY, [key]));
    await send(collector, [event({ day: '2026-10-01' }), event()], key);
    await collector.close();
    const first = await type(['rebuild', '-c', config]);
    expect(first).toMatchObject({ code: 0, text: '100 %  2 of 2 events\nEvery counter was right.' });
    const db = new DatabaseSync(fileOf(settings, 'rebuild'));
    db.exec('UPDATE count_days SET shared = 9');
    db.close();
    expect((await type(['rebuild', '-c', config])).text).toContain('2 counters were wrong');
    expect((await type(['report', '-c', config])).text).toContain('2 shared, 0 reshared, 0 quoted');
    const again = await createCollector({ ...settings, writing: 'here' });
    await again.store.keeping.prune('2026-11-01');
    await again.close();
    const cannot = await type(['rebuild', '-c', config]);
    expect(cannot.code).toBe(1);
    expect(cannot.text).toContain('Events of days before 2026-11-01 have been removed');
  });
});

describe('settings', () => {
  it.each([
    ['publishers', 'dataFile: a.sqlite\n'],
    ['publishers.0.origin', 'dataFile: a\npublishers: [{ origin: http://publisher.example, name: P }]\n'],
    ['publishers.0.nmae', `dataFile: a\npublishers: [{ origin: ${PUBLISHER}, name: P, nmae: P }]\n`],
    ['publishers', `dataFile: a\npublishers: [{ origin: ${PUBLISHER}, name: P }, { origin: ${PUBLISHER}, name: Q }]\n`],
    ['allowFutureDays', `dataFile: a\nallowFutureDays: -1\npublishers: [{ origin: ${PUBLISHER}, name: P }]\n`],
    ['listen.port', `dataFile: a\nlisten: { port: 99999 }\npublishers: [{ origin: ${PUBLISHER}, name: P }]\n`],
    ['(top level)', 'just text\n'],
  ])('that are wrong at %s stop the server at start', async (field, text) => {
    const { code, text: said } = await type(['serve', '-c', configFile(text)]);
    expect(code).toBe(1);
    expect(said).toContain(`Settings, ${field}:`);
  });

  it('that are not there or not YAML are named', async () => {
    expect((await type(['serve', '-c', join(tempFolder(), 'none.yaml')])).text).toContain('cannot be read');
    expect((await type(['serve', '-c', configFile('a: [')])).text).toContain('is not YAML');
  });

  it('never name a file that belongs to another program', async () => {
    const folder = tempFolder();
    const dataFile = join(folder, 'notes.txt');
    writeFileSync(dataFile, 'My notes. '.repeat(1000));
    const publishers = [{ origin: PUBLISHER, name: 'P' }];
    await expect(createCollector({ dataFile, publishers })).rejects.toMatchObject({ code: 'store' });
  });

  it('come with help', async () => {
    const { code, text } = await type(['--help']);
    expect(code).toBe(0);
    for (const command of ['serve', 'trust', 'report', 'keys', 'audit', 'backup', 'restore', 'migrate'])
      expect(text).toContain(command);
  });
});

describe('serve', () => {
  const settings = async (host: string, port = 0) => ({ ...(await readConfig(configFile())), listen: { host, port } });

  it('listens beyond this machine with keys, and without them on this machine alone', async () => {
    const open = { ...(await settings('0.0.0.0')), access: 'open' as const };
    await expect(startCollector(open)).rejects.toThrow(/access: "open".*127\.0\.0\.1/);
    const closed = await startCollector(await settings('0.0.0.0'));
    closers.push(closed.close);
    expect((await fetch(`http://127.0.0.1:${new URL(closed.url).port}/v1/report.json`)).status).toBe(401);
  });

  it('answers over a real socket, and refuses 2 MB there too', async () => {
    const { url, collector, close } = await startCollector(await settings('127.0.0.1'), {
      clock: () => Date.UTC(2026, 10, 22),
    });
    closers.push(close);
    const key = await generateKey();
    await trust(collector, await descriptor(COMMUNITY, [key]));
    const { body, signature } = await signBatch([event()], key, PUBLISHER);
    const headers = { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature };
    const post = (content: BodyInit) => fetch(`${url}/v1/events`, { method: 'POST', headers, body: content });
    const huge = await post('x'.repeat(2_000_000));
    expect(huge.status).toBe(413);
    expect(await huge.json()).toMatchObject({ code: 'too-large' });
    expect(await (await post(body)).json()).toEqual({ accepted: 1, duplicates: 0, refused: [] });
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('says when the port is taken', async () => {
    const first = await startCollector(await settings('127.0.0.1'));
    closers.push(first.close);
    const port = Number(new URL(first.url).port);
    await expect(startCollector(await settings('127.0.0.1', port))).rejects.toThrow(`port ${port} is in use`);
  });
});
