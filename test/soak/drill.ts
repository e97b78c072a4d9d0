import { weekOf, type CrowdEvent } from '@pullquote/events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  /** Weeks whose key was still found in some file after their close. */
  readonly keysLeft: readonly string[];
}

/** Kills the relay at moments that a seed draws, and puts beside each other what was acknowledged and what came out of it. */
export async function drill(kills: number, random: (below: number) => number): Promise<DrillReport> {
  const world = await World.start(random);
  const root = mkdtempSync(join(tmpdir(), 'pullquote-drill-'));
  const [dataDir, clockFile] = [join(root, 'data'), join(root, 'clock')];
  const origin = 'http://127.0.0.1:9';
  let clock = MONDAY + 3_600_000;
  const setClock = (ms: number) => writeFileSync(clockFile, String((clock = ms)));
  const start = () => Child.start({ origin, publisher: world.publisher.origin, dataDir, clockFile });
  setClock(clock);
  let child = await start();
  await child.ask('/prefetch');

  let [killed, acknowledged, ids] = [0, 0, 0];
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
      if (tries === 20) throw new Error(`${path} is not answered.`);
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
      for (let doctor = 0; doctor < DOCTORS; doctor++) {
        if (doctor % 20 === 0) setClock(clock + DAY);
        await post(doctor, victims.includes(doctor) && killed < kills);
        if (doctor % 20 === 10) await ask(false, '/round');
      }
      for (const fact of CODES) cells.push({ week, fact, acknowledged: DOCTORS, kept: standing(dataDir, week, fact) });
      const { key } = JSON.parse(readFileSync(join(dataDir, 'week-key'), 'utf8')) as { key: string };
      setClock(MONDAY + (cells.length / CODES.length) * 7 * DAY);
      for (let i = 0; i < AT_CLOSE; i++) await ask(killed < kills, '/round');
      await ask(false, '/round');
      if (isFound(dataDir, key)) keysLeft.push(week);
    }
    world.unruly = false;
    setClock(clock + 3 * DAY);
    await ask(false, '/round');
    await ask(false, '/round');
  } finally {
    await child.kill();
    await world.stop();
    rmSync(root, { recursive: true, force: true });
  }

  const contents = new Map<string, Set<string>>();
  for (const event of world.arrived)
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

function isFound(dataDir: string, key: string): boolean {
  return readdirSync(dataDir).some((name) => {
    const bytes = readFileSync(join(dataDir, name));
    return bytes.includes(key) || bytes.includes(Buffer.from(key, 'base64url'));
  });
}
