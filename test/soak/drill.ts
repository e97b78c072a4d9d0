import { weekOf, type CrowdEvent } from '@pullquote/events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Child } from './child.js';
import { World } from './world.js';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 10, 16);
const DOCTORS = 60;
const CODES = ['viewed', 'pi-opened', 'printed', 'copied'];
const ITEM = 'urn:example:lipitor';
/** Of each week: three kills while facts come in, two around its close. */
const IN_TRAFFIC = 3;
const AT_CLOSE = 2;
/** So many doctors send at once: their requests share transactions, and a kill takes several of them. */
const AT_ONCE = 4;

export interface DrillReport {
  readonly kills: number;
  /** Public facts that the relay acknowledged, and how many distinct events arrived. */
  readonly acknowledged: number;
  readonly events: number;
  /** Of every week and cell: doctors whose fact was acknowledged, doctors that stood in its set, and each figure that arrived for it. */
  readonly cells: readonly {
    week: string;
    fact: string;
    acknowledged: number;
    kept: number;
    figures: readonly string[];
  }[];
  /** Event ids that arrived with two different contents. */
  readonly changed: number;
  /** What the kills around a close left on disk: how far the week had come. */
  readonly closes: Readonly<Record<string, number>>;
  /** Weeks whose key was still found after their close: in some file, in a backup from before it, or in what the relay logged. */
  readonly keysLeft: readonly string[];
  /** The last backup, started without its key: whether its open week was discarded, and the crowd figures that came of it all the same. */
  readonly restored: { readonly discarded: boolean; readonly figures: number };
}

/** Kills the relay at moments that a seed draws, and puts beside each other what was acknowledged and what came out of it. */
export async function drill(kills: number, random: (below: number) => number): Promise<DrillReport> {
  const world = await World.start(random);
  const root = mkdtempSync(join(tmpdir(), 'pullquote-drill-'));
  const [dataDir, backup, clockFile] = [join(root, 'data'), join(root, 'backup'), join(root, 'clock')];
  const logs: string[] = [];
  const origin = 'http://127.0.0.1:9';
  let clock = MONDAY + 3_600_000;
  const setClock = (ms: number) => writeFileSync(clockFile, String((clock = ms)));
  const start = (folder = dataDir) =>
    Child.start({ origin, publisher: world.publisher.origin, dataDir: folder, clockFile }, logs);
  setClock(clock);
  let child = await start();
  await child.ask('/prefetch');

  let [killed, acknowledged, ids] = [0, 0, 0];
  let restored = { discarded: false, figures: 0 };
  let told = 0;
  const cells: { week: string; fact: string; acknowledged: number; kept: number }[] = [];
  const keysLeft: string[] = [];
  const closes: Record<string, number> = {};

  /** Asks, and kills the relay some milliseconds later when `kill` says so; asks again until there is an answer. */
  async function ask(kill: boolean, path: string, doctor?: string, body?: string): Promise<unknown> {
    const asked = child.ask(path, doctor, body).catch(() => undefined);
    if (kill) {
      await wait(random(path === '/round' ? 80 : 12));
      await child.kill();
      killed += 1;
      if (path === '/round') {
        const left = leftOf(dataDir, weekOf(clock - 7 * DAY));
        closes[left] = (closes[left] ?? 0) + 1;
      }
      child = await start();
    }
    let answer = await asked;
    for (let tries = 0; answer === undefined; tries++) {
      if (tries === 400) throw new Error(`${path} is not answered. ${logs.at(-1) ?? ''}`);
      // Another doctor's request may have met the kill, and the relay may be about to start.
      if (tries > 0) await wait(25);
      answer = await child.ask(path, doctor, body).catch(() => undefined);
    }
    return answer;
  }

  async function post(doctor: number, kill: boolean): Promise<void> {
    const fact = (code: string, rest = {}) => ({
      id: `d${String((ids += 1)).padStart(20, '0')}`,
      fact: code,
      item: ITEM,
      version: 1,
      ...rest,
    });
    const facts = [...CODES.map((code) => fact(code)), fact('shared', { depth: 1 })];
    const answer = (await ask(kill, '/pq/facts', `doctor-${doctor}`, JSON.stringify(facts))) as Record<string, number>;
    if ((answer['accepted'] ?? 0) + (answer['duplicates'] ?? 0) !== facts.length)
      throw new Error(`A fact was refused: ${JSON.stringify(answer)}`);
    acknowledged += 1;
  }

  try {
    while (killed < kills) {
      const week = weekOf(clock);
      const victims = Array.from({ length: IN_TRAFFIC }, (_, part) => part * 20 + random(20));
      for (let first = 0; first < DOCTORS; first += AT_ONCE) {
        if (first % 20 === 0) setClock(clock + DAY);
        const doctors = Array.from({ length: AT_ONCE }, (_, i) => first + i);
        const victim = doctors.find((doctor) => victims.includes(doctor));
        await Promise.all(doctors.map((doctor) => post(doctor, doctor === victim && killed < kills)));
        if (first % 20 === 8) await ask(false, '/round');
      }
      for (const fact of CODES) cells.push({ week, fact, acknowledged: DOCTORS, kept: standing(dataDir, week, fact) });
      const { key } = JSON.parse(readFileSync(join(dataDir, 'week-key'), 'utf8')) as { key: string };
      if (!isFound(dataDir, key)) throw new Error('The search does not find a key that is there.');
      rmSync(backup, { recursive: true, force: true });
      // Everything but the keys of weeks and days, as the docs ask.
      cpSync(dataDir, backup, { recursive: true, filter: (path) => !/-key(-|$)/.test(path) });
      setClock(MONDAY + (cells.length / CODES.length) * 7 * DAY);
      for (let i = 0; i < AT_CLOSE; i++) await ask(killed < kills, '/round');
      await ask(false, '/round');
      if (isFound(dataDir, key) || isFound(backup, key) || isIn(Buffer.from(logs.join('')), key)) keysLeft.push(week);
    }
    world.unruly = false;
    setClock(clock + 3 * DAY);
    await ask(false, '/round');
    await ask(false, '/round');
    await child.kill();
    told = world.arrived.length;
    child = await start(backup);
    await ask(false, '/round');
    restored = {
      discarded: look(backup, 'SELECT discarded AS found FROM week WHERE week = ?', cells.at(-1)?.week ?? '') === 1,
      figures: world.arrived.slice(told).filter(({ type }) => type === 'org.pullquote.crowd.v1').length,
    };
  } finally {
    await child.kill();
    await world.stop();
    rmSync(root, { recursive: true, force: true });
  }

  const contents = new Map<string, Set<string>>();
  for (const event of world.arrived.slice(0, told))
    contents.set(event.id, (contents.get(event.id) ?? new Set()).add(JSON.stringify(event)));
  const distinct = [...contents.values()].map(([one]) => JSON.parse(one ?? 'null') as { type: string });
  const figures = distinct.filter(({ type }) => type === 'org.pullquote.crowd.v1') as unknown as CrowdEvent[];
  return {
    kills: killed,
    acknowledged,
    events: distinct.length - figures.length,
    cells: cells.map((cell) => ({
      ...cell,
      figures: figures
        .filter(({ data }) => data.week === cell.week && data.fact === cell.fact)
        .map(({ id, data }) => `${id} ${data.figure}`),
    })),
    changed: [...contents.values()].filter((texts) => texts.size > 1).length,
    closes,
    keysLeft,
    restored,
  };
}

/** How many doctors stand in a cell. */
function standing(dataDir: string, week: string, fact: string): number {
  return Number(look(dataDir, 'SELECT count(*) AS found FROM crowd WHERE week = ? AND fact = ?', week, fact));
}

function leftOf(dataDir: string, week: string): string {
  const state = String(look(dataDir, 'SELECT state AS found FROM week WHERE week = ?', week));
  const waiting = Number(look(dataDir, 'SELECT count(*) AS found FROM crowd_result')) > 0;
  return waiting ? `${state}, figures not in the outbox` : state;
}

/** As someone would who has the file. */
function look(dataDir: string, sql: string, ...values: string[]): unknown {
  const db = new DatabaseSync(join(dataDir, 'community.sqlite'), { readOnly: true });
  try {
    return db.prepare(sql).get(...values)?.['found'];
  } finally {
    db.close();
  }
}

/** In any file, byte by byte. */
function isFound(folder: string, key: string): boolean {
  return readdirSync(folder).some((name) => isIn(readFileSync(join(folder, name)), key));
}

function isIn(bytes: Buffer, key: string): boolean {
  const raw = Buffer.from(key, 'base64url');
  return [key, raw, raw.toString('base64'), raw.toString('hex')].some((form) => bytes.includes(form));
}
