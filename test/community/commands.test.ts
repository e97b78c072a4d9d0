import { FOLDER_PATH, thumbprint } from '@pullquote/record';
import { SignJWT, type JWTPayload } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../packages/community/src/commands/program.js';
import type { Terminal } from '../../packages/community/src/commands/terminal.js';
import { serveCommunity } from '../../packages/community/src/serve.js';
import { readDataFile } from '../../packages/community/src/sidecar/config-file.js';
import { Database } from '../../packages/community/src/store/database.js';
import { TestPublisher } from './publisher.js';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'pullquote-commands-'));
  folders.push(made);
  return made;
}

async function freePort(): Promise<number> {
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => free.once('listening', ready));
  const { port } = free.address() as AddressInfo;
  await new Promise((done) => free.close(done));
  return port;
}

const CONFIG = `# Ours
origin: https://forum.example
name: Grand Round
country: US
readers: verified-hcp
dataDir: data # beside this file
compose: /new
member:
  keyFile: member.secret
  ask: http://127.0.0.1:8080/pullquote-member
publishers: []
`;
function config(text = CONFIG, secret = 'a-secret-of-at-least-32-characters-x'): string {
  const at = folder();
  writeFileSync(join(at, 'community.yaml'), text);
  writeFileSync(join(at, 'member.secret'), secret);
  return join(at, 'community.yaml');
}

/** Somebody at a terminal who answers with what they are given, in turn; undefined where nobody sits. */
function terminal(answers?: (boolean | string)[]) {
  const lines: string[] = [];
  const asked: string[] = [];
  const next = (question: string) => {
    asked.push(question);
    return Promise.resolve(answers?.shift());
  };
  const made: Terminal = {
    out: (text) => void lines.push(text),
    err: (text) => void lines.push(text),
    ask: answers && {
      confirm: async (question) => (await next(question)) === true,
      text: async (question, initial) => ((await next(question)) as string | undefined) ?? initial,
    },
  };
  return { made, lines, asked, said: () => lines.join('\n') };
}

/** A publisher on loopback, as the command reaches it. */
async function hosted(): Promise<{ origin: string; prints: string[]; publisher: TestPublisher }> {
  const held: { publisher?: TestPublisher } = {};
  const server = createServer((request, reply) => {
    void held.publisher?.answer(new Request(`${held.publisher.origin}${request.url ?? '/'}`)).then(async (answer) => {
      reply.writeHead(answer.status, Object.fromEntries(answer.headers));
      reply.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publisher = await TestPublisher.create(origin);
  held.publisher = publisher;
  await publisher.add();
  return { origin, publisher, prints: [await thumbprint(publisher.recordKey), await thumbprint(publisher.statusKey)] };
}
const publishersIn = (file: string) => (parse(readFileSync(file, 'utf8')) as { publishers: unknown[] }).publishers;

describe('trust add', () => {
  it('shows the thumbprints, asks a person to compare them and for the name, and writes both down', async () => {
    const { origin, prints } = await hosted();
    const file = config();
    const { made, said, asked } = terminal([true, 'Example Pharma (funds us)']);
    expect(await run(['trust', 'add', origin, '-c', file], made)).toBe(0);
    for (const print of prints) expect(said()).toContain(print);
    expect(said()).toContain('Calls itself  Example Pharma');
    expect(asked).toEqual([expect.stringContaining('by telephone'), expect.stringContaining('name')]);
    expect(publishersIn(file)).toEqual([{ origin, name: 'Example Pharma (funds us)', thumbprints: prints }]);
    expect(readFileSync(file, 'utf8')).toContain('# beside this file');

    const again = terminal([true, 'Example Pharma']);
    expect(await run(['trust', 'add', origin, '-c', file], again.made)).toBe(0);
    expect(publishersIn(file)).toEqual([{ origin, name: 'Example Pharma', thumbprints: prints }]);
    const list = terminal();
    await run(['trust', 'list', '--json', '-c', file], list.made);
    expect(JSON.parse(list.said())).toEqual(publishersIn(file));
  });

  it('changes nothing when a person says no, or when nobody can be asked', async () => {
    const { origin, prints } = await hosted();
    const file = config();
    expect(await run(['trust', 'add', origin, '-c', file], terminal([false]).made)).toBe(2);
    const nobody = terminal();
    expect(await run(['trust', 'add', origin, '--yes', '--name', 'X', '-c', file], nobody.made)).toBe(2);
    expect(nobody.said()).toContain(`--thumbprint ${prints[0]}`);
    const wrong = ['-t', 'A'.repeat(43), ...prints.flatMap((print) => ['-t', print])];
    expect(await run(['trust', 'add', origin, '--yes', '--name', 'X', '-c', file, ...wrong], nobody.made)).toBe(2);
    expect(publishersIn(file)).toEqual([]);
  });

  it('asks nothing where every key and the name are given', async () => {
    const { origin, prints } = await hosted();
    const file = config(CONFIG.replace('publishers: []\n', ''));
    const { made, said } = terminal();
    const args = prints.flatMap((print) => ['--thumbprint', print]);
    expect(await run(['trust', 'add', origin, '--yes', '--json', '--name', 'X', ...args, '-c', file], made)).toBe(0);
    expect(JSON.parse(said())).toEqual({ outcome: 'added', origin, name: 'X', thumbprints: prints });
    expect(publishersIn(file)).toHaveLength(1);
  });

  it('takes no descriptor that speaks for another origin, and no address that is no origin', async () => {
    const { origin, publisher } = await hosted();
    publisher.descriptor = {
      origin: 'https://publisher.example',
      status: 'https://publisher.example/.well-known/pullquote/status.jwt',
    };
    const file = config();
    const { made, said } = terminal([true, 'X']);
    expect(await run(['trust', 'add', origin, '-c', file], made)).toBe(1);
    expect(await run(['trust', 'add', `${origin}${FOLDER_PATH}`, '-c', file], made)).toBe(2);
    expect(await run(['trust', 'add', 'https://127.0.0.1', '-c', file], made)).toBe(1);
    expect(said()).toContain('another origin');
    expect(said()).toContain('not on the public internet');
    expect(publishersIn(file)).toEqual([]);
  });
});

describe('outbox', () => {
  const filled = () => {
    const file = config();
    const at = join(file, '..', 'data');
    mkdirSync(at);
    const db = new Database(at);
    const insert = `INSERT INTO outbox (publisher, day, events, body, signature, state, attempts, next_at, reason)
      VALUES ('https://publisher.example', '2026-11-18', 3, x'', '', ?, 2, 99, ?)`;
    db.run(insert, 'refused', 'The collector answered 403 (not-trusted).');
    db.run(insert, 'waiting', null);
    db.close();
    return file;
  };

  it('lists what waits and what was refused, with the reason', async () => {
    const { made, said } = terminal();
    expect(await run(['outbox', '-c', filled()], made)).toBe(0);
    expect(said()).toContain('refused, tried 2 times');
    expect(said()).toContain('(not-trusted)');
    expect(said()).toContain('waiting, tried 2 times');
  });

  it('--retry lets a running server try all of it once more', async () => {
    const { made, said } = terminal();
    expect(await run(['outbox', '--retry', '--json', '-c', filled()], made)).toBe(0);
    const { released, entries } = JSON.parse(said()) as { released: number; entries: object[] };
    expect(released).toBe(1);
    expect(entries).toMatchObject([
      { state: 'waiting', next_at: 0 },
      { state: 'waiting', next_at: 0 },
    ]);
  });

  it('makes no database where there is none', async () => {
    const { made, said } = terminal();
    expect(await run(['outbox', '-c', config()], made)).toBe(2);
    expect(said()).toContain('no database yet');
  });
});

describe('the configuration as a file', () => {
  it('is what createCommunity takes, with paths from its own folder', () => {
    const file = config();
    const read = readDataFile(file);
    expect(read.dataDir).toBe(join(file, '..', 'data'));
    expect(typeof read.member).toBe('function');
    expect(typeof read.isModerator).toBe('function');
  });

  it('asks what a configuration in JavaScript handles itself first', async () => {
    const at = folder();
    const config = (handle: string) =>
      `export const handle = ${handle};\nexport default { origin: 'https://forum.example', name: 'Grand Round', country: 'US',
        readers: 'mixed', dataDir: ${JSON.stringify(join(at, 'data'))}, compose: '/new', publishers: [], member: () => null };`;
    const file = join(at, 'community.config.mjs');
    writeFileSync(
      file,
      config(
        `(request, community) => new URL(request.url).pathname === '/pq/hook' ? Response.json(community.items()) : undefined`,
      ),
    );
    const port = await freePort();
    const server = await serveCommunity({ config: file, port, host: '127.0.0.1' });
    onTestFinished(() => server.close());
    expect(await (await fetch(`http://127.0.0.1:${port}/pq/hook`)).json()).toEqual([]);
    expect(await (await fetch(`http://127.0.0.1:${port}/pq/community.json`)).json()).toMatchObject({
      name: 'Grand Round',
    });
    const wrong = join(at, 'wrong.config.mjs');
    writeFileSync(wrong, config(`'x'`));
    await expect(serveCommunity({ config: wrong, port, host: '127.0.0.1' })).rejects.toThrow(
      'handle: must be a function',
    );
  });

  it('serves beside a forum whose web server sets the assertion', async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const secret = 'a-secret-of-at-least-32-characters-x';
    const publisher = await hosted();
    const listed = `publishers: [{ origin: '${publisher.origin}', name: Example Pharma }]`;
    const text = CONFIG.replace('https://forum.example', origin).replace(/ {2}ask:.*\n/, '');
    const file = config(text.replace('publishers: []', listed), secret);
    const server = await serveCommunity({ config: file, port, host: '127.0.0.1' });
    onTestFinished(() => server.close());
    const facts = async (claims?: JWTPayload) => {
      const token = new SignJWT({ sub: '7', hcp: true, ...claims })
        .setProtectedHeader({ alg: 'HS256', typ: 'pullquote-member+jwt' })
        .setIssuedAt()
        .setExpirationTime('60s')
        .setAudience(origin);
      const headers = {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        ...(claims && { 'pullquote-member': await token.sign(new TextEncoder().encode(secret)) }),
      };
      return (await fetch(`${origin}/pq/facts`, { method: 'POST', body: '[]', headers })).status;
    };
    expect([await facts({}), await facts({ hcp: false }), await facts()]).toEqual([200, 403, 403]);
    const held = async () => (await (await fetch(`${origin}/pq/`)).json()) as object;
    await expect.poll(held, { timeout: 15_000 }).toMatchObject({ publishers: [{ reached: true, versions: 1 }] });
  });

  it.each<[string, string, string?]>([
    ['member: is missing', CONFIG.replace(/member:\n.*\n.*\n/, '')],
    ['member.keyFile: must hold a secret', CONFIG, 'short'],
    ['member.keyFile: ', CONFIG.replace('member.secret', 'lost.secret')],
    ['member.ask: must be an http', CONFIG.replace('http://127.0.0.1:8080/pullquote-member', 'ftp://x')],
    ['isModerator: can', `${CONFIG}isModerator: true\n`],
    ['serverKeyFile: ', `${CONFIG}serverKeyFile: lost\n`],
    ['can’t be read as YAML'.replace('’', "'"), 'a: [b'],
    ['must hold fields', '- list'],
  ])('names the field: %s', async (message, text, secret) => {
    const { made, said } = terminal();
    expect(await run(['outbox', '-c', config(text, secret)], made)).toBe(2);
    expect(said()).toContain(message);
  });

  it('a command line that is not understood says so', async () => {
    for (const args of [['serv'], ['trust'], ['serve', '--port', 'x', '-c', config()]]) {
      const { made } = terminal();
      expect(await run(args, made)).toBe(2);
    }
    const { made, said } = terminal();
    expect(await run(['--help'], made)).toBe(0);
    expect(said()).toContain('outbox');
  });
});
