import type { ChildProcess } from 'node:child_process';

/** Asks a process of ours to end, and waits until it has. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  const hard = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(hard);
}
