import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderSource } from '../../packages/cli/src/folder-source.js';
import { run } from '../../packages/cli/src/run.js';
import { createSample } from '../../packages/cli/src/sample.js';
import { serveSample } from '../../packages/cli/src/serve-sample.js';
import { verifySource } from '../../packages/cli/src/verify.js';

const ORIGIN = 'http://127.0.0.1:4804';

async function sample(origin = ORIGIN) {
  const made = await createSample(origin);
  onTestFinished(() => made.remove());
  return made;
}

async function served() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => probe.once('listening', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  const made = await sample(`http://127.0.0.1:${port}`);
  onTestFinished(await serveSample(made, port));
  return { made, port, at: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) };
}

describe('pullquote sample', () => {
  it('is a publisher whose every piece holds, with one live item', async () => {
    const made = await sample();
    const { checks } = await verifySource(folderSource(made.folder), {});
    expect(checks.length).toBeGreaterThan(2);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(made.item.startsWith(`${ORIGIN}/`)).toBe(true);
    await made.refresh();
  });

  it('leaves nothing behind, its keys least of all', async () => {
    const made = await createSample(ORIGIN);
    await made.remove();
    expect(existsSync(made.folder)).toBe(false);
  });

  it('serves what communities read, and no path beside it', async () => {
    const { at, made, port } = await served();
    const file = await at('/.well-known/pullquote.json');
    expect([file.status, file.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(await file.json()).toMatchObject({ name: 'Sample Press', origin: `http://127.0.0.1:${port}` });
    expect(await (await at(new URL(made.item).pathname)).text()).toContain('<h1>');
    for (const path of ['/keys/record.jwk', '/.well-known/pullquote/..%2f..%2fkeys%2frecord.jwk', '/pullquote.yaml'])
      expect((await at(path)).status, path).toBe(404);
  });

  it('says of a port that is taken, or none, what to do', async () => {
    const { port, made } = await served();
    await expect(serveSample(made, port)).rejects.toThrow(`--port: ${port} is in use`);
    const said: string[] = [];
    const terminal = { out: () => undefined, err: (text: string) => void said.push(text), interactive: false };
    expect(await run(['sample', '--port', '70000'], terminal)).toBe(2);
    expect(said.join()).toContain('--port: must be a number');
  });
});
