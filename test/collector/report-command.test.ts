import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../packages/collector/src/commands/program.js';
import { REPORT_NAMES } from '../../packages/collector/src/report/reports.js';
import { spark } from '../../packages/collector/src/report/spark.js';
import { PUBLISHER } from './setup.js';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-report-command-'));
const config = join(folder, 'collector.yaml');

async function type(argv: string[], styled = false) {
  const lines: string[] = [];
  const rewritten: string[] = [];
  const code = await run([...argv, '-c', config], {
    out: (text) => lines.push(text),
    err: (text) => lines.push(text),
    confirm: undefined,
    styled,
    rewrite: (text) => rewritten.push(text),
  });
  return { code, text: lines.join('\n'), rewritten };
}

let made: Awaited<ReturnType<typeof type>>;
beforeAll(async () => {
  writeFileSync(config, `dataFile: demo.sqlite\npublishers:\n  - origin: ${PUBLISHER}\n    name: Parke-Davis\n`);
  made = await type(['demo-data', '--events', '600', '--until', '2026-11-22', '--seed', 'a']);
});

describe('demo-data', () => {
  it('fills an empty store, with a bar to watch, and refuses a second time', async () => {
    expect(made.text).toMatch(/^[\d,]+ made-up events from 2025-11-23 to 2026-11-22: 40 items in 12 communities\.$/);
    expect(made.rewritten.some((line) => /█+░+ +\d+ %/.test(line))).toBe(true);
    expect(made.code).toBe(0);
    const again = await type(['demo-data', '--events', '600']);
    expect([again.code, again.text]).toEqual([1, expect.stringContaining('name another dataFile')]);
  });

  it.each([
    [['--until', '2999-01-01'], 'must be a day that is over'],
    [['--until', 'soon'], 'must be a day'],
    [['--events', 'many'], 'Give a number'],
  ])('refuses %j', async (more, said) => {
    const { code, text } = await type(['demo-data', ...more]);
    expect(code).toBe(1);
    expect(text).toContain(said);
  });
});

describe('report', () => {
  it.each(REPORT_NAMES)('%s fits 80 columns, and is JSON and CSV as well', async (name) => {
    const { text, code } = await type(['report', name, '--limit', '20']);
    expect(code).toBe(0);
    for (const line of text.split('\n'))
      if (!line.startsWith('More: ')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    // Nothing but text where nobody watches.
    expect(text).not.toContain('\u001b');
    expect(JSON.parse((await type(['report', name, '--json'])).text)).toMatchObject({ report: name });
    expect((await type(['report', name, '--csv'])).text).toContain(',');
  });

  it('opens with the question, and is dim and bold where a person reads it', async () => {
    const { text } = await type(['report'], true);
    expect(text).toContain('Between campaigns');
    expect(text).toContain('\u001b[1mOverview');
  });

  it('takes filters and pages, and says what is wrong with them', async () => {
    const item = 'urn:pullquote:publisher.example:egfr-dosing';
    const one = JSON.parse((await type(['report', 'items', '--item', item, '--json'])).text) as { total: number };
    expect(one.total).toBe(1);
    const first = (await type(['report', 'half-life', '--limit', '3'])).text;
    const [, cursor = ''] = /--cursor (\S+)/.exec(first) ?? [];
    expect((await type(['report', 'half-life', '--limit', '3', '--cursor', cursor])).text).not.toBe(first);
    for (const [argv, said] of [
      [['report', 'nothing'], 'There is no report nothing'],
      [['report', '--from', 'x'], 'from: must be a day'],
      [['report', '--json', '--csv'], 'cannot be used'],
      [['report', '-p', 'https://nobody.example'], 'nobody.example'],
    ] as const) {
      const { code, text } = await type([...argv]);
      expect([code, text]).toEqual([1, expect.stringContaining(said)]);
    }
  });
});

describe('plan', () => {
  it('needs no store', async () => {
    const lines: string[] = [];
    const terminal = {
      out: (text: string) => lines.push(text),
      err: (text: string) => lines.push(text),
      confirm: undefined,
    };
    expect(await run(['plan', '--doctors', '500,5000', '--weekly-readers', '0.4'], terminal)).toBe(0);
    expect(lines.join('\n')).toContain('label-expanded');
    expect(await run(['plan', '--doctors', '0'], terminal)).toBe(1);
    expect(await run(['plan', '--doctors', '500', '--json'], terminal)).toBe(0);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject([{ threshold: 15, epsilon: 1 }]);
  });
});

describe('a sparkline', () => {
  it('tells nothing from little, and draws many together', () => {
    expect(spark([0, 1, 4, 8], 10)).toBe('·▂▅█');
    expect(spark([1, 1, 1, 1, 1, 1, 1], 3)).toBe('███');
    expect(spark([], 5)).toBe('');
  });
});
