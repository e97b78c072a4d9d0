import { spawnSync } from 'node:child_process';
import { FRAMEWORKS, isBuilt } from '../../examples/frameworks/built.mjs';
import { ENGINES } from './engines/engines.js';
import { hasTerminal } from './in-terminal.js';
import { hasServers } from './servers/found.js';
import { canMount } from './small-disk.js';

/** Languages that forums are written in, of which each test runs a real program. */
const FORUMS = {
  php: 'the WordPress plugin, and a forum in PHP that vouches for a member',
  ruby: 'a forum in Ruby that vouches for a member',
  python3: 'a forum in Python that vouches for a member',
};

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
  if (!hasServers)
    console.warn('Skipped: the collector on several servers, because there is no nats-server or no clickhouse-server.');
  if (!canMount) console.warn('Skipped: the full and the read-only disk, because this user may not mount a tmpfs.');
  for (const [command, what] of Object.entries(FORUMS))
    if (spawnSync(command, ['--version']).status !== 0)
      console.warn(`Skipped: ${what}, because there is no ${command}.`);
  if (!hasTerminal) {
    console.warn('Skipped: the prompts in a real terminal, because no python3 with a pty module was found.');
  }
  if (spawnSync('systemd-analyze', ['--version']).status !== 0)
    console.warn('Skipped: the check of the units in examples/deploy, because no systemd-analyze was found.');
}
