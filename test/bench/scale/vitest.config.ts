import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

/** `npm run bench:scale-costs` measures what things cost; `npm run bench:scale` says what follows from it. Their figures are in docs/developers/scale.md. */
export default defineConfig({
  ...base,
  test: {
    include: ['test/bench/scale/*.bench.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
