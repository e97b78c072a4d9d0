import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { createCollector } from '@pullquote/collector';
import { BATCH_TYPE, SIGNATURE_HEADER, signBatch, type PullquoteEvent } from '@pullquote/events';
import { generateKey, type PrivateKey } from '@pullquote/record';
import { COMMUNITY, descriptor, NOW, PUBLISHER } from '../collector/setup.js';
import { crowd, held, post } from '../collector/store/setup.js';

const CHILD = fileURLToPath(new URL('collector-child.mjs', import.meta.url));
const SENDERS = 6;
const PUBLISHERS = [{ origin: PUBLISHER, name: 'Parke-Davis' }];

export interface CollectorDrill {
  readonly kills: number;
  /** Of these, before it listened. */
  readonly atStart: number;
  /** Batches whose answer a kill took away, so that they were sent again. */
  readonly sentAgain: number;
  readonly acknowledged: ReadonlySet<string>;
  readonly stored: readonly string[];
  /** Posts by what was sent, and by the counters. */
  readonly sent: Readonly<Record<string, number>>;
  readonly counted: Readonly<Record<string, number>>;
  readonly figuresSent: number;
  readonly figuresKept: number;
  /** Counters that a count from the stored events found wrong. */
  readonly wrong: number;
}

/** Kills a collector under load at moments that a seed draws; what was not acknowledged is sent again, as a relay does. */
export async function collectorDrill(kills: number, random: (below: number) => number): Promise<CollectorDrill> {
  const root = mkdtempSync(join(tmpdir(), 'pullquote-drill-'));
  const dataFile = join(root, 'collector.sqlite');
  const key = await generateKey();
  await trustIn(dataFile, key);
  const load = new Load(key, random);
  let [killed, atStart] = [0, 0];
  try {
    while (killed < kills) {
      const child = start(dataFile);
      const exited = once(child, 'exit');
      if (random(5) === 0) {
        await wait(random(500));
        if (load.url === undefined) atStart += 1;
      } else {
        await Promise.race([once(child.stdout ?? child, 'data').then(([line]) => load.to(String(line))), exited]);
        if (child.exitCode !== null) throw new Error('The collector did not start.');
        await wait(random(250));
      }
      child.kill('SIGKILL');
      await exited;
      load.to(undefined);
      killed += 1;
    }
    const last = start(dataFile);
    load.to(String((await once(last.stdout ?? last, 'data'))[0]));
    await load.finish();
    last.kill('SIGTERM');
    await once(last, 'exit');
    return { kills: killed, atStart, ...load.result(), ...(await look(dataFile)) };
  } finally {
    await load.finish();
    rmSync(root, { recursive: true, force: true });
  }
}

function start(dataFile: string): ChildProcess {
  const config = JSON.stringify({ dataFile, publishers: PUBLISHERS, now: NOW });
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, config], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Communities that send without a pause, and send again what was not acknowledged. */
export class Load {
  #urls: readonly string[] = [];
  #turn = 0;
  readonly #acknowledged = new Set<string>();
  readonly #sent: Record<string, number> = {};
  readonly #senders: Promise<void>[];
  readonly #later: readonly number[];
  readonly #restMs: number;
  readonly #putOff: Record<number, number> = {};
  #batches = 0;
  #figures = 0;
  #week = 0;
  #sentAgain = 0;
  #stopping = false;

  constructor(
    private readonly key: PrivateKey,
    private readonly random: (below: number) => number,
    {
      senders = SENDERS,
      // Answers after which a batch is sent again; any other but 202 is a fault.
      later = [429],
      restMs = 0,
    }: { readonly senders?: number; readonly later?: readonly number[]; readonly restMs?: number } = {},
  ) {
    this.#later = later;
    this.#restMs = restMs;
    this.#senders = Array.from({ length: senders }, () => this.#sendOn());
  }

  get url(): string | undefined {
    return this.#urls[this.#turn++ % Math.max(this.#urls.length, 1)];
  }

  /** Where to send from now on, to each in turn; nowhere without a port. */
  to(...ports: (string | undefined)[]): void {
    this.#urls = ports.flatMap((port) => (port === undefined ? [] : `http://127.0.0.1:${port.trim()}/v1/events`));
  }

  /** Batches that were acknowledged so far. */
  get batches(): number {
    return this.#batches;
  }

  /** How often each answer that asks for patience came. */
  get putOff(): Readonly<Record<number, number>> {
    return this.#putOff;
  }

  /** Lets every sender end, once its last batch is acknowledged. */
  async finish(): Promise<void> {
    this.#stopping = true;
    if (this.url !== undefined) await Promise.all(this.#senders);
  }

  result() {
    return {
      acknowledged: this.#acknowledged,
      sentAgain: this.#sentAgain,
      sent: this.#sent,
      figuresSent: this.#figures,
    };
  }

  async #sendOn(): Promise<void> {
    while (!this.#stopping) {
      const events = this.#make();
      const batch = await signBatch(events, this.key, PUBLISHER);
      for (let tries = 0; !(await this.#send(batch.body, batch.signature, events.length)); tries++) {
        if (this.#stopping && this.url === undefined) return;
        if (tries === 0) this.#sentAgain += 1;
        await wait(10);
      }
      for (const { id } of events) this.#acknowledged.add(id);
      this.#batches += 1;
      if (this.#restMs > 0) await wait(this.#restMs);
    }
  }

  #make(): PullquoteEvent[] {
    const events: PullquoteEvent[] = Array.from({ length: 1 + this.random(40) }, () => {
      const day = `2026-11-${10 + this.random(12)}`;
      this.#sent[day] = (this.#sent[day] ?? 0) + 1;
      return post(
        { day, version: 1 + this.random(3) },
        { subject: `urn:pullquote:publisher.example:${this.random(40)}` },
      );
    });
    if (this.random(4) === 0) {
      this.#week += 1;
      this.#figures += 1;
      events.push(crowd({ fact: `excerpt.e${this.#week}` }));
      events.push(held());
    }
    return events;
  }

  async #send(body: Uint8Array<ArrayBuffer>, signature: string, events: number): Promise<boolean> {
    const { url } = this;
    if (url === undefined) return false;
    const headers = { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature };
    try {
      const answer = await fetch(url, { method: 'POST', headers, body });
      const text = await answer.text();
      if (this.#later.includes(answer.status)) {
        this.#putOff[answer.status] = (this.#putOff[answer.status] ?? 0) + 1;
        return false;
      }
      const { accepted, duplicates } = JSON.parse(text) as { accepted: number; duplicates: number };
      if (answer.status !== 202 || accepted + duplicates !== events) throw new TypeError(`It answered ${text}`);
      return true;
    } catch (error) {
      // What undici throws when the other side dies has a cause; anything else is a fault.
      if (error instanceof TypeError && error.message.startsWith('It answered')) throw error;
      return false;
    }
  }
}

async function trustIn(dataFile: string, key: PrivateKey): Promise<void> {
  const collector = await createCollector({ dataFile, publishers: PUBLISHERS, clock: () => NOW, writing: 'here' });
  await collector.trust.add(await descriptor(COMMUNITY, [key]), [key.kid]);
  await collector.close();
}

/** What is in the file afterwards. */
async function look(dataFile: string) {
  const { store, close } = await createCollector({
    dataFile,
    publishers: PUBLISHERS,
    clock: () => NOW,
    writing: 'here',
  });
  try {
    const stored: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await store.log.read(PUBLISHER, after, 1_000);
      stored.push(...page.map(({ event }) => event.id));
      after = page.at(-1)?.cursor;
      if (page.length < 1_000) break;
    }
    const days = await store.counters.days(PUBLISHER);
    return {
      stored,
      counted: Object.fromEntries(days.map(({ day, shared }) => [day, shared])),
      figuresKept: (await store.crowd.figures(PUBLISHER)).length,
      wrong: await store.keeping.rebuild(),
    };
  } finally {
    await close();
  }
}
