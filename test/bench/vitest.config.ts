import { defineConfig } from 'vitest/config';
import base from '../vitest.config.js';

/** `npm run bench`: measures the built SDK in Chromium and fails on a missed budget. Not part of `npm test`: machines differ. */
export default defineConfig({
  ...base,
  // One after the other: two benches at once would measure each other.
  test: { include: ['test/bench/*.bench.ts'], testTimeout: 300_000, hookTimeout: 180_000, fileParallelism: false },
});
