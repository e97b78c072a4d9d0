import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Costs } from './points.js';

export const COSTS_FILE = fileURLToPath(new URL('measured/costs.json', import.meta.url));

/** The committed figures. */
export function readCosts(): Costs {
  return JSON.parse(readFileSync(COSTS_FILE, 'utf8')) as Costs;
}
