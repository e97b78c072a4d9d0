import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/say-what-is-skipped.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Real browsers share two cores with their servers there. What needs it is named at the end (test/support/second-tries.ts).
    retry: process.env['CI'] ? 1 : 0,
  },
});
