import { spawn } from 'node:child_process';
import { endProcess } from './end-process.js';

/** A virtual screen of ours alone. → its name, as DISPLAY takes it */
export async function startScreen(path: string): Promise<{ name: string; stop: () => Promise<void> }> {
  // It picks a free number itself and writes it to the fourth descriptor: two test files never ask for the same one.
  const screen = spawn(path, ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    let written = '';
    screen.stdio[3]?.on('data', (data: Buffer) => {
      written += data.toString();
      if (written.endsWith('\n')) resolve(written.trim());
    });
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a screen.`)));
    screen.once('error', reject);
  });
  return { name: `:${number}`, stop: () => endProcess(screen) };
}
