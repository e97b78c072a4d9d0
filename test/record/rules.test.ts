import { excerptHashes, lintRecord, RULES, rulesFor, type Content } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { CASES } from './rules-cases.js';
import { altered, CONTEXT, education, promotional, reprint, unapproved } from './rules-records.js';

const withChanges = (content: Content, changes: Readonly<Record<string, unknown>>) =>
  Object.entries(changes).reduce((so, [path, value]) => altered(so, path, value), content);

it('every rule of the linter is there, once', () => {
  const expected = {
    ALL: ['01', '02', '03', '04', '06', '07', '08', '09', '12'],
    GB: ['01', '02', '03', '04', '05', '06', '07', '08', '09'],
    EU: ['01', '02', '03'],
    DE: ['01', '02', '03'],
    FR: ['01', '02', '03'],
    IT: ['01'],
    ES: ['01'],
    US: ['01', '02', '03', '04', '05', '06'],
    CA: ['01'],
    AU: ['01'],
  };
  const ids = Object.entries(expected).flatMap(([where, numbers]) => numbers.map((n) => `${where}-${n}`));
  expect(RULES.map(({ id }) => id).sort()).toEqual(ids.sort());
});

it('every rule has a record that it has nothing against, and one that it has', () => {
  expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id).sort());
});

it.each([
  ['promotional', promotional],
  ['reprint', reprint],
  ['education', education],
])('nothing is found in the sound %s', async (_name, make) => {
  const content = await make();
  expect(lintRecord(content, { ...CONTEXT, excerptHashes: await excerptHashes(content) })).toEqual([]);
});

it('nothing is found in the sound account of an unapproved use', async () => {
  expect(lintRecord(await unapproved(), CONTEXT)).toEqual([]);
});

describe('one change, one finding', () => {
  it.each(CASES)('$rule: $name', async ({ rule, from, changes, context, at, says, asks }) => {
    const sound = await from();
    expect(rulesFor(sound).map((one) => one.rule.id)).toContain(rule);
    expect(lintRecord(sound, CONTEXT)).toEqual([]);

    const found = lintRecord(withChanges(sound, changes), { ...CONTEXT, ...context }).filter(
      (one) => one.rule === rule && one.path === at && one.message.includes(says),
    );
    expect(found).toHaveLength(1);
    const definition = RULES.find(({ id }) => id === rule);
    expect(found[0]).toMatchObject({ undecided: asks === true, confirmed: definition?.confirmed });
    expect(found[0]?.fix).not.toBe('');
    const blocks = definition?.confirmed === true && asks === undefined && definition.severity === 'error';
    // ALL-08 weighs more in Canada, which is among the countries here.
    expect(found[0]?.severity).toBe(blocks || (rule === 'ALL-08' && asks === undefined) ? 'error' : 'warning');
  });

  it.each(CASES.filter(({ rule }) => !rule.startsWith('ALL')))(
    '$rule says nothing where its countries are not meant: $name',
    async ({ rule, from, changes, context }) => {
      const elsewhere = altered(withChanges(await from(), changes), 'audience.countries', ['NZ']);
      expect(lintRecord(elsewhere, { ...CONTEXT, ...context }).filter((one) => one.rule === rule)).toEqual([]);
    },
  );
});
