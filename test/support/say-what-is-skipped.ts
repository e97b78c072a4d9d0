import { ENGINES } from './engines/engines.js';

/** Says before the first test what this machine cannot run. */
export function setup(): void {
  for (const { name, missing } of ENGINES) {
    const what = name === 'Chromium' ? 'every browser test in Chromium' : `the behaviour suite in ${name}`;
    if (missing !== undefined) console.warn(`Skipped: ${what}, because ${missing}`);
  }
}
