import { cpus } from 'node:os';
import { expect, it } from 'vitest';
import { ATTACKERS } from '../privacy/attack/attackers.js';
import { judge, type Finding } from '../privacy/attack/judge.js';
import { halfTheNoise, noCellBound, noThreshold, raw, real, type Release } from '../privacy/attack/release.js';
import { ITEMS } from '../privacy/attack/population.js';
import { simulate, SIZES } from '../privacy/attack/simulate.js';

const MONTHS = 1_000;

const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const three = (share: number) => share.toFixed(3);

/** The table of docs/developers/privacy-model.md. */
function table(findings: Record<string, Map<string, Finding>>): string {
  const rows = ATTACKERS.map(({ name, cells }) => {
    const of = (arm: string) => findings[arm]?.get(name);
    const { hit = 0, falseAlarm = 0, advantage = 0, interval: [low, high] = [0, 0], most = 0 } = of('real') ?? {};
    const shares = [hit, falseAlarm, advantage].map(three);
    const controls = ['raw', 'halfTheNoise', 'noThreshold', 'noCellBound'].map((arm) => {
      const found = of(arm);
      return `${three(found?.advantage ?? 0)}${found?.within === false ? ' ✗' : ''}`;
    });
    return line([name, cells, ...shares, `${three(low)} … ${three(high)}`, three(most), ...controls]);
  });
  return rows.join('\n');
}

it(`${MONTHS} months of ${SIZES.join(' to ')} doctors and ${ITEMS} items`, () => {
  const findings: Record<string, Map<string, Finding>> = {};
  const releases: Record<string, Release> = { real, raw, halfTheNoise, noThreshold, noCellBound };
  const started = Date.now();
  for (const [arm, release] of Object.entries(releases)) {
    const scores = simulate(ATTACKERS, release, MONTHS, 'long');
    findings[arm] = new Map([...scores].map(([{ name, cells }, score]) => [name, judge(score, cells)]));
  }
  const seconds = Math.round((Date.now() - started) / 1_000);
  process.stdout.write(`${table(findings)}\n${seconds} s on ${cpus()[0]?.model}, Node ${process.version}\n`);

  for (const { name } of ATTACKERS) {
    expect(findings['real']?.get(name), name).toMatchObject({ within: true });
    expect(findings['raw']?.get(name)?.interval[0], `${name}, told as it is`).toBeGreaterThan(0.95);
  }
  for (const name of ['fourteen planted accounts', 'everyone else’s acts known'])
    expect(findings['halfTheNoise']?.get(name), `${name}, half the noise`).toMatchObject({ within: false });
  const forty = '560 planted accounts, of a doctor who does forty things in a week';
  expect(findings['noCellBound']?.get(forty), `${forty}, no bound on cells`).toMatchObject({ within: false });
  for (const name of ['rarity: an act that nobody else did', 'one item per doctor'])
    expect(findings['noThreshold']?.get(name), `${name}, no threshold`).toMatchObject({ within: false });
});
