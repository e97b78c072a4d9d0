import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

/** `npm run bench:cluster`. */
export default defineConfig({
  ...base,
  test: { include: ['test/bench/cluster/*.bench.ts'], testTimeout: 36_000_000, fileParallelism: false },
});
