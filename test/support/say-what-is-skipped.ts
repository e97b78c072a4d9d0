import { FRAMEWORKS, isBuilt } from '../../examples/frameworks/built.mjs';
import { ENGINES } from './engines/engines.js';
import { hasTerminal } from './in-terminal.js';

/** Says before the first test what this machine cannot run. */
export function setup(): void {
  for (const { name, missing } of ENGINES) {
    const what = name === 'Chromium' ? 'every browser test in Chromium' : `the behaviour suite in ${name}`;
    if (missing !== undefined) console.warn(`Skipped: ${what}, because ${missing}`);
  }
  for (const name of FRAMEWORKS.filter((one) => !isBuilt(one)))
    console.warn(
      `Skipped: the example in ${name}, because it is not built from what stands here. Run: npm run frameworks -- ${name}`,
    );
  if (!hasTerminal) {
    console.warn('Skipped: the prompts in a real terminal, because no python3 with a pty module was found.');
  }
}
