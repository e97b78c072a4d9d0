import { defineConfig } from 'vitest/config';
import base from '../vitest.config.js';

/** `npm run soak`: what takes minutes. Not part of `npm test`, which runs a short form of each. */
export default defineConfig({
  ...base,
  // One after the other: what takes long takes all there is.
  test: { include: ['test/soak/*.soak.ts'], testTimeout: 3_600_000, hookTimeout: 180_000, fileParallelism: false },
});
