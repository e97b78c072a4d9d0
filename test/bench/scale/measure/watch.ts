import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** One COMMIT, in microseconds. */
export interface Commit {
  readonly wall: number;
  readonly cpu: number;
}

/** Microseconds of the processor that each kind of thread took. */
export interface ThreadTimes {
  /** The one that answers requests. */
  readonly main: number;
  /** The one that writes, where it is another. */
  readonly writer: number;
  /** Checks of signatures, garbage, compilation. */
  readonly rest: number;
}

export interface Watched {
  readonly seconds: number;
  readonly threads: ThreadTimes;
  readonly commits: readonly Commit[];
  /** Bytes that the server gave to the disk. */
  readonly written: number;
  /** Part of the machine that everybody else took, the asking process aside. */
  readonly foreign: number;
}

/** Watches a server from outside, by what Linux keeps of its threads and what the probe notes. @param asking whose time is not foreign */
export class Watch {
  readonly #threads: ReadonlyMap<string, number>;
  readonly #commits: ReadonlyMap<string, number>;
  readonly #written: number;
  readonly #busy = busyMicros();
  readonly #askingTime: number;
  readonly #started = performance.now();

  constructor(
    private readonly pid: number,
    private readonly probeDir: string,
    private readonly asking: number,
  ) {
    this.#threads = threadTimes(pid);
    this.#commits = new Map([...this.#files()].map(([thread, bytes]) => [thread, bytes.length]));
    this.#written = writtenBytes(pid);
    this.#askingTime = sum(threadTimes(asking).values());
  }

  end(): Watched {
    const seconds = (performance.now() - this.#started) / 1_000;
    const files = this.#files();
    const threads = { main: 0, writer: 0, rest: 0 };
    for (const [thread, time] of threadTimes(this.pid)) {
      const kind = thread === String(this.pid) ? 'main' : files.has(thread) ? 'writer' : 'rest';
      threads[kind] += time - (this.#threads.get(thread) ?? 0);
    }
    const commits = [...files].flatMap(([thread, bytes]) => commitsIn(bytes.subarray(this.#commits.get(thread) ?? 0)));
    const asked = sum(threadTimes(this.asking).values()) - this.#askingTime;
    const others = busyMicros() - this.#busy - asked - sum(Object.values(threads));
    const foreign = Math.max(0, others / (seconds * 1e6 * cpus().length));
    return { seconds, threads, commits, written: writtenBytes(this.pid) - this.#written, foreign };
  }

  #files(): Map<string, Buffer> {
    const names = readdirSync(this.probeDir);
    return new Map(names.map((name) => [name, readFileSync(join(this.probeDir, name))]));
  }
}

function commitsIn(bytes: Buffer): Commit[] {
  return Array.from({ length: bytes.length / 8 }, (_, i) => ({
    wall: bytes.readFloatLE(i * 8),
    cpu: bytes.readFloatLE(i * 8 + 4),
  }));
}

function threadTimes(pid: number): Map<string, number> {
  const tasks = `/proc/${pid}/task`;
  return new Map(readdirSync(tasks).map((thread) => [thread, nanos(`${tasks}/${thread}/schedstat`) / 1_000]));
}

function nanos(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0]);
  } catch {
    return 0; // The thread has ended meanwhile.
  }
}

/** Of all processes together, in ticks of 10 ms. */
function busyMicros(): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + irq + soft) * 10_000;
}

function writtenBytes(pid: number): number {
  return Number(/^write_bytes: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, one) => total + one, 0);
}
