import { chromiumPath } from './chromium.js';
import { hasTerminal } from './in-terminal.js';

/** Says before the first test what this machine cannot run. */
export function setup(): void {
  if (chromiumPath === undefined) {
    console.warn(
      'Skipped: every browser test, because no Chrome or Chromium was found. Install one, or name it in CHROME_PATH.',
    );
  }
  if (!hasTerminal) {
    console.warn('Skipped: the prompts in a real terminal, because no python3 with a pty module was found.');
  }
}
