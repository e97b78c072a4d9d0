import { describe, expect, it } from 'vitest';
import { Cleanup } from '../../examples/forum/src/demo/cleanup.js';
import { listen } from '../../examples/forum/src/demo/listen.js';
import { readArguments } from '../../examples/forum/src/demo/options.js';
import { walk } from '../../examples/forum/src/demo/walk.js';

describe('listen', () => {
  it('takes a free port, answers 503 until there is a handler, then hands requests to it', async () => {
    const listener = await listen('the forum', '127.0.0.1', 0);
    expect(listener.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(listener.origin)).status).toBe(503);
    listener.serve(async (request) => new Response(new URL(request.url).pathname));
    expect(await (await fetch(`${listener.origin}/threads/1`)).text()).toBe('/threads/1');
    await listener.stop();
    await expect(fetch(listener.origin)).rejects.toThrow();
  });

  it('leads the machine’s other name to the right origin, and takes no post there', async () => {
    const listener = await listen('the forum', 'localhost', 0);
    listener.serve(async () => new Response('here'));
    const other = listener.origin.replace('localhost', '127.0.0.1');
    const led = await fetch(`${other}/f/cardiology?x=1`, { redirect: 'manual' });
    expect([led.status, led.headers.get('location')]).toEqual([307, `${listener.origin}/f/cardiology?x=1`]);
    expect((await fetch(other, { method: 'POST', redirect: 'manual' })).status).toBe(421);
    await listener.stop();
  });

  it('names a port that is in use, and the flag that chooses others', async () => {
    const first = await listen('the forum', 'localhost', 0);
    const port = Number(new URL(first.origin).port);
    await expect(listen('the collector', '127.0.0.1', port)).rejects.toMatchObject({
      code: 'settings',
      message: expect.stringMatching(new RegExp(`Port ${port} \\(the collector\\) is in use\\..*--port`)),
    });
    await first.stop();
  });
});

describe('readArguments', () => {
  it('has defaults', () => {
    expect(readArguments([])).toEqual({ port: 4800, fresh: false, help: false });
    expect(readArguments(['--port', '4900', '--fresh'])).toEqual({ port: 4900, fresh: true, help: false });
  });

  it.each([['80'], ['65534'], ['4800.5'], ['x'], ['']])('refuses port %j, naming the flag', (port) => {
    expect(() => readArguments(['--port', port])).toThrow(/^--port .*1024 to 65533/);
  });

  it('refuses what it does not know, with the usage', () => {
    expect(() => readArguments(['--frehs'])).toThrow(/--frehs[\s\S]*npm start/);
  });
});

describe('Cleanup', () => {
  it('takes every step, the last first, and then says what failed', async () => {
    const taken: string[] = [];
    const cleanup = new Cleanup();
    cleanup.stop({ stop: () => taken.push('first') });
    cleanup.close({
      close: () => {
        taken.push('second');
        throw new Error('stuck');
      },
    });
    cleanup.stop({ stop: async () => taken.push('third') });
    await expect(cleanup.run()).rejects.toThrow('stuck');
    expect(taken).toEqual(['third', 'second', 'first']);
    await cleanup.run();
    expect(taken).toHaveLength(3);
  });
});

it('the walk names the three addresses and the exact command to withdraw', () => {
  const addresses = { forum: 'http://localhost:1', publisher: 'http://127.0.0.1:2', collector: 'http://127.0.0.1:3' };
  const never = () => Promise.reject(new Error('not called'));
  const text = walk({ ...addresses, closeDay: never, closeWeek: never, withdraw: never, stop: never }, '.demo/1');
  for (const address of Object.values(addresses)) expect(text).toContain(address);
  expect(text).toContain('npx pullquote withdraw lipitor-interactions --project .demo/1/publisher --reason "');
});
