import { readFile } from 'node:fs/promises';
import { RENDER_RULES, RULES, type RuleEntry } from '@pullquote/record';
import { expect, it } from 'vitest';

const page = await readFile(new URL('../../docs/publishers/lint.md', import.meta.url), 'utf8');

/** Cells of every table row on the page; how the columns are padded says nothing. */
const rows = page
  .split('\n')
  .filter((line) => /^\| *(`?[A-Z]{2,3}-\d\d`?) /.test(line))
  .map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  );

function weight({ severity, severityIn = {} }: RuleEntry): string {
  const rest = Object.entries(severityIn).map(([country, other]) => `${country}: ${other}`);
  return rest.length === 0 ? severity : `${severity} (${rest.join(', ')})`;
}

function where(rule: RuleEntry): string {
  if (rule.where === 'all') return 'all';
  return rule.where.length > 1 ? 'EU' : rule.where.join();
}

const expected = [
  ...RULES.map((rule) => [
    rule.id,
    where(rule),
    rule.checks,
    weight(rule),
    rule.confirmed ? 'yes' : 'no',
    rule.citation,
  ]),
  ...RENDER_RULES.map(({ id, checks, runsIn }) => [id, checks, runsIn]),
];

it('the page lists every rule as the rules themselves say it', () => {
  const table = expected.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  expect(rows, `docs/publishers/lint.md differs from the rules. Its rows must be:\n${table}\n`).toEqual(expected);
});

it('no cell would break the table', () => {
  for (const cells of expected) for (const cell of cells) expect(cell).not.toContain('|');
});

it('the page never calls an item compliant', () => {
  expect(page).not.toMatch(/is compliant|are compliant|compliance check/i);
});
