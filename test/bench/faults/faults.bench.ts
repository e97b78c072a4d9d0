import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../support/chromium.js';
import { OURS, PEERS, type Wire } from './contestants.js';
import { BEYOND, FAULTS, type Fault } from './faults.js';
import { play, type Outcome } from './play.js';

const FACTS = 100;
/** Pages at once: more would measure the machine. */
const AT_ONCE = 12;

const outcomes = new Map<string, Outcome>();
const keyOf = (wire: Wire, fault: Fault) => `${wire.name} | ${fault.name}`;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(['--disable-blink-features=AutomationControlled']);
  const all = [...FAULTS, ...BEYOND].flatMap((fault) => [...OURS, ...PEERS].map((wire) => ({ wire, fault })));
  const one = async () => {
    for (let next = all.shift(); next; next = all.shift()) {
      const { wire, fault } = next;
      const outcome = await play(browser, wire, fault, { facts: FACTS, patience: 60_000, hurry: false });
      outcomes.set(keyOf(wire, fault), outcome);
      console.log(
        `${keyOf(wire, fault)} | ${written(outcome)}${outcome.errors.length > 0 ? ` | ${outcome.errors.length} errors` : ''}`,
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}, 1_200_000);
afterAll(async () => {
  console.log(table());
  await browser?.close();
});

const written = ({ stored, lost, twice }: Outcome) => `${stored}/${lost}/${twice}`;
const of = (wire: Wire, fault: Fault): Outcome | undefined => outcomes.get(keyOf(wire, fault));

function table(): string {
  const rows = [...FAULTS, ...BEYOND].map(
    (fault) =>
    [fault.name, ...[...OURS, ...PEERS].map((wire) => { const found = of(wire, fault); return found ? written(found) : '–'; })].join(' | '), // prettier-ignore
  );
  return [['stored/lost/twice', ...[...OURS, ...PEERS].map(({ name }) => name)].join(' | '), ...rows].join('\n');
}

const [persistent, memory] = OURS as [Wire, Wire];

it.each(FAULTS)('pullquote stores every fact once: $name', (fault) => {
  expect(of(persistent, fault)).toEqual({ stored: FACTS, lost: 0, twice: 0, errors: [] });
});

// A closed page takes along what lived in its memory.
it.each(FAULTS.filter(({ name }) => name !== 'offline, closed, reopened'))('in memory as well: $name', (fault) => {
  expect(of(memory, fault)).toEqual({ stored: FACTS, lost: 0, twice: 0, errors: [] });
});

it.each([...OURS])('$name stores nothing twice, and says nothing on the console, even where it loses', (wire) => {
  for (const fault of [...FAULTS, ...BEYOND]) expect(of(wire, fault)).toMatchObject({ twice: 0, errors: [] });
});

it.each(PEERS)('$name was really measured: without a fault in its way it would have arrived', (wire) => {
  expect(Math.max(...FAULTS.map((fault) => of(wire, fault)?.stored ?? 0))).toBe(FACTS);
});
