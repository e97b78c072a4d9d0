import { defineConfig } from 'vitest/config';
import base from '../vitest.config.js';

/** `npm run soak`: what takes too long for `npm test`. */
export default defineConfig({
  ...base,
  test: { include: ['test/soak/*.soak.ts'], testTimeout: 1_800_000, hookTimeout: 60_000 },
});
