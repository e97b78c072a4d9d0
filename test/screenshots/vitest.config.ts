import { defineConfig } from 'vitest/config';
import base from '../vitest.config.js';

/** `npm run screenshots`: makes the pictures of the docs anew, from the running demo. */
export default defineConfig({
  ...base,
  test: { include: ['test/screenshots/*.shots.ts'], testTimeout: 120_000 },
});
