import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { hasServers } from './support/servers/found.js';

/** What a collector does, whatever it keeps things in. test/collector/stores.ts chooses. */
const ON_EVERY_STORE = [
  'test/collector/store/{batches,parts,keeping}.test.ts',
  'test/collector/{api,catalogue,feed,intake,plan,report,reports,trust,vectors}.test.ts',
  'test/collector/access/*.test.ts',
];

const source = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  root: source(''),
  resolve: {
    // Unit tests run the sources; the browser and packaging tests run what was built.
    alias: [
      { find: '@pullquote/record/reader', replacement: source('packages/record/src/reader.ts') },
      { find: '@pullquote/events/browser', replacement: source('packages/events/src/browser/index.ts') },
      {
        find: /^@pullquote\/(record|events|elements|community|collector)$/,
        replacement: source('packages/$1/src/index.ts'),
      },
      { find: /^pullquote$/, replacement: source('packages/cli/src/index.ts') },
    ],
  },
  test: {
    projects: [
      { extends: true, test: { name: 'file', include: ['test/**/*.test.ts'], exclude: ['test/cluster/**'] } },
      {
        extends: true,
        test: {
          name: 'servers',
          // Each store is a database and some streams: they are made anew for each test.
          testTimeout: 120_000,
          // The same tests, and those of what only several servers can do.
          include: hasServers ? [...ON_EVERY_STORE, 'test/cluster/**/*.test.ts'] : [],
          globalSetup: hasServers ? ['test/support/servers/setup.ts'] : [],
        },
      },
    ],
    globalSetup: 'test/support/say-what-is-skipped.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Real browsers share two cores with their servers there. What needs it is named at the end (test/support/second-tries.ts).
    retry: process.env['CI'] ? 1 : 0,
  },
});
