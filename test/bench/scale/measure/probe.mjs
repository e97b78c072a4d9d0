// Preloaded into a server (`node --import`): notes each COMMIT of each thread in a file of the thread's own, so that nothing in the
// server has to know that it is measured. One append of eight bytes costs some 3 µs.
import { openSync, readlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';

const thread = readlinkSync('/proc/thread-self').split('/').at(-1);
const exec = DatabaseSync.prototype.exec;
let file;

DatabaseSync.prototype.exec = function (sql) {
  if (sql !== 'COMMIT') return exec.call(this, sql);
  file ??= openSync(join(process.env.PROBE_DIR, thread), 'a');
  const [cpu, started] = [process.threadCpuUsage(), performance.now()];
  exec.call(this, sql);
  const wall = (performance.now() - started) * 1_000;
  const { user, system } = process.threadCpuUsage(cpu);
  // Microseconds: how long it took, and how much of that was the processor's.
  writeSync(file, new Uint8Array(Float32Array.of(wall, user + system).buffer));
};
