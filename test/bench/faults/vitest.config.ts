import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

/** `npm run bench:faults`: ours and its peers through ten faults in Chromium; about ten minutes. */
export default defineConfig({ ...base, test: { include: ['test/bench/faults/*.bench.ts'], testTimeout: 60_000 } });
