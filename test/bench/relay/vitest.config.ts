import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

/** `npm run bench:relay`: the built community server against a bare loop, on real sockets. */
export default defineConfig({
  ...base,
  test: { include: ['test/bench/relay/*.bench.ts'], testTimeout: 300_000, hookTimeout: 120_000 },
});
