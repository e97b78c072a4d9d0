import { spawnSync } from 'node:child_process';
import { ENGINES } from './engines/engines.js';
import { hasTerminal } from './in-terminal.js';
import { canMount } from './small-disk.js';

/** Says before the first test what this machine cannot run. */
export function setup(): void {
  for (const { name, missing } of ENGINES) {
    const what = name === 'Chromium' ? 'every browser test in Chromium' : `the behaviour suite in ${name}`;
    if (missing !== undefined) console.warn(`Skipped: ${what}, because ${missing}`);
  }
  if (!canMount) console.warn('Skipped: the full and the read-only disk, because this user may not mount a tmpfs.');
  if (!hasTerminal) {
    console.warn('Skipped: the prompts in a real terminal, because no python3 with a pty module was found.');
  }
  if (spawnSync('systemd-analyze', ['--version']).status !== 0)
    console.warn('Skipped: the check of the units in examples/deploy, because no systemd-analyze was found.');
}
