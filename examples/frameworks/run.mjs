import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { homeOf, pagesOf } from './built.mjs';
import { startServer } from './server.mjs';

/** Starts one example. → its address, and a way to stop it */
export async function runExample(name, { publisher, dataDir, port = 0 }) {
  if (name !== 'next') return startServer({ publisher, dataDir, pages: pagesOf(name), port });
  // Next answers readers itself, so the forum behind it has to know where that will be.
  const front = port === 0 ? await freePort() : port;
  const origin = `http://127.0.0.1:${front}`;
  const forum = await startServer({ publisher, dataDir, origin });
  const next = spawn(
    process.execPath,
    [join(homeOf('next'), 'node_modules/next/dist/bin/next'), 'start', '-p', `${front}`, '-H', '127.0.0.1'],
    {
      cwd: homeOf('next'),
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', FORUM_URL: forum.origin },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const ended = new Promise((resolve) => next.once('exit', resolve));
  const stop = async () => {
    next.kill();
    await ended;
    await forum.stop();
  };
  for (let tries = 0; tries < 150; tries++) {
    if (next.exitCode !== null) break;
    const answer = await fetch(origin).catch(() => undefined);
    if (answer?.ok) return { origin, stop };
    await pause(200);
  }
  await stop();
  throw new Error('next start did not answer within 30 s.');
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
