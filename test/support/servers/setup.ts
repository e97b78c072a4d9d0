import type { TestProject } from 'vitest/node';
import { withServers } from './with-servers.js';

/** Servers for the tests of one project; each test has names of its own in them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let running: Promise<void> = Promise.resolve();
  await new Promise<void>((begun, failed) => {
    running = withServers((servers) => {
      project.provide('servers', servers);
      begun();
      return ended;
    });
    running.catch(failed);
  });
  return async () => {
    end();
    await running;
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: { readonly log: string; readonly analytics: string };
  }
}
