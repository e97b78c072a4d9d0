import { defineConfig } from 'vitest/config';
import base from '../vitest.config.js';

/** `npm run bench`: measures the built SDK in Chromium and prints ratios. Not part of `npm test`: machines differ. */
export default defineConfig({
  ...base,
  test: { include: ['test/bench/*.bench.ts'], testTimeout: 300_000, hookTimeout: 60_000 },
});
