import { readFile } from 'node:fs/promises';
import { EU_MEMBERS, lintRecord, RENDER_RULES, RULES, rulesFor } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { codeOf, maximalRecord, minimalRecord } from './fixtures.js';
import { CASES } from './rules-cases.js';
import { altered, CONTEXT, promotional, reprint, TODAY } from './rules-records.js';

const rulesIn = async (countries: readonly string[]) =>
  rulesFor(altered(await promotional(), 'audience.countries', countries)).map(({ rule }) => rule.id);
const families = (ids: readonly string[]) => [...new Set(ids.map((id) => id.split('-')[0]))];

describe('which rules run', () => {
  it.each([
    [['GB'], ['ALL', 'GB']],
    [['IE'], ['ALL', 'EU']],
    [['DE'], ['ALL', 'EU', 'DE']],
    [
      ['FR', 'IT', 'ES'],
      ['ALL', 'EU', 'FR', 'IT', 'ES'],
    ],
    [
      ['US', 'CA', 'AU'],
      ['ALL', 'US', 'CA', 'AU'],
    ],
    [['NO', 'CH', 'NZ'], ['ALL']],
    [[], ['ALL']],
  ])('for %j: %j', async (countries, expected) => {
    expect(families(await rulesIn(countries))).toEqual(expected);
  });

  it('knows the 27 member states, by their ISO codes', () => {
    expect(new Set(EU_MEMBERS).size).toBe(27);
    expect(EU_MEMBERS).toEqual(expect.arrayContaining(['GR', 'HR', 'IE']));
    expect(EU_MEMBERS).not.toContain('GB');
    expect(EU_MEMBERS).not.toContain('EL');
  });

  it('a country that stands there twice counts once', async () => {
    const twice = altered(await promotional(), 'audience.countries', ['GB', 'IE', 'GB']);
    const [first] = lintRecord(altered(twice, 'reuse.requireVerifiedHcp', false), CONTEXT);
    expect(first).toMatchObject({ rule: 'ALL-04', countries: ['GB', 'IE'] });
  });
});

describe('how a finding weighs', () => {
  it('an unconfirmed rule only warns, whatever its own severity', async () => {
    const unconfirmed = RULES.filter(({ confirmed, severity }) => !confirmed && severity === 'error');
    expect(unconfirmed.map(({ id }) => id)).toEqual(['GB-08', 'GB-09']);
    const found = lintRecord(altered(await reprint(), 'citations.0.peerReviewed', false), CONTEXT);
    expect(found.map(({ rule, severity, confirmed }) => [rule, severity, confirmed])).toEqual([
      ['GB-08', 'warning', false],
    ]);
  });

  it.each([
    [['US'], 'warning'],
    [['US', 'GB'], 'error'],
    [['NZ'], 'error'],
  ])('ALL-04 for %j is an %s', async (countries, severity) => {
    const open = altered(
      altered(await promotional(), 'audience.countries', countries),
      'reuse.requireVerifiedHcp',
      false,
    );
    expect(lintRecord(open, CONTEXT).map((one) => [one.rule, one.severity])).toEqual([['ALL-04', severity]]);
  });

  it.each([
    [['GB'], 'warning'],
    [['CA', 'GB'], 'error'],
  ])('ALL-08 for %j is an %s', async (countries, severity) => {
    const linkTargets = new Map([['https://publisher.example/item', 'promotional' as const]]);
    const content = altered(await reprint(), 'audience.countries', countries);
    expect(lintRecord(content, { ...CONTEXT, linkTargets }).map((one) => [one.rule, one.severity])).toEqual([
      ['ALL-08', severity],
    ]);
  });

  it('only an answer to a question may be about an unapproved use, or not peer reviewed', async () => {
    const share = 'reactive' as const;
    const unapprovedUse = altered(altered(await promotional(), 'labelStatus', 'unapproved-use'), 'audience.countries', [
      'GB',
    ]);
    expect(lintRecord(unapprovedUse, { ...CONTEXT, share })).toEqual([]);
    expect(
      lintRecord(altered(await reprint(), 'citations', []), { ...CONTEXT, share }).map(({ rule }) => rule),
    ).toEqual(['ALL-07']);
  });
});

it('findings are sorted: errors first, then by rule, then by field', async () => {
  const content = await maximalRecord({ audience: { roles: ['doctors'], countries: ['GB', 'US', 'DE', 'FR', 'CA'] } });
  const excerpts = Array.from({ length: 11 }, (_, i) => ({ id: `e${i}`, text: 'x', sha256: 'x' }));
  const found = lintRecord({ ...content, excerpts }, { today: TODAY });
  const weights = found.map(({ severity }) => severity);
  expect(weights).toEqual([...weights].sort());
  expect(new Set(weights).size).toBe(2);
  for (const severity of ['error', 'warning']) {
    const ids = found.filter((one) => one.severity === severity).map(({ rule }) => rule);
    expect(ids).toEqual([...ids].sort());
  }
  const paths = found.filter(({ rule }) => rule === 'ALL-07').map(({ path }) => path);
  expect(paths.indexOf('excerpts.2.citations')).toBeLessThan(paths.indexOf('excerpts.10.citations'));
});

it('a record with the least that the schema asks for goes through every rule', async () => {
  const content = await minimalRecord();
  for (const { id, where } of RULES) {
    const countries = where === 'all' ? ['NZ'] : [where[0] ?? ''];
    for (const promotionalStatus of ['promotional', 'non-promotional'] as const) {
      const record = { ...content, promotionalStatus, audience: { roles: ['doctors'], countries } };
      expect(() => lintRecord(record, { today: TODAY }), id).not.toThrow();
    }
  }
});

it('the same record and day always give the same findings, and nothing of the record is changed', async () => {
  const content = await maximalRecord();
  const before = structuredClone(content);
  expect(lintRecord(content, { today: TODAY })).toEqual(lintRecord(content, { today: TODAY }));
  expect(content).toEqual(before);
});

it.each(['', 'today', '2026-02-30', '2026-2-3', '22.11.2026', '2026-11-22T00:00:00Z'])(
  'refuses %j as a day',
  async (today) => {
    const content = await promotional();
    expect(await codeOf(() => lintRecord(content, { today }))).toBe('record');
  },
);

describe('dates', () => {
  it.each([
    ['reviewBy', '2026-11-22', []],
    ['approvals.0.date', '2024-11-22', []],
    ['approvals.0.date', '2024-11-21', ['GB-07']],
    ['approvals.1.expires', '2026-11-22', []],
    ['approvals.2.date', '2026-11-12', []],
    ['approvals.2.date', '2026-11-13', ['IT-01']],
  ])('%s %s: %j', async (path, day, rules) => {
    expect(lintRecord(altered(await promotional(), path, day), CONTEXT).map(({ rule }) => rule)).toEqual(rules);
  });

  it('a leap day two years on is no surprise', async () => {
    const content = altered(await promotional(), 'approvals.0.date', '2026-02-28');
    expect(lintRecord(altered(content, 'reviewBy', '2029-01-01'), { ...CONTEXT, today: '2028-02-29' })).toMatchObject([
      { rule: 'GB-07' },
    ]);
  });
});

describe('the UK sentence', () => {
  const text = (link: string, company: string) =>
    `Adverse events should be reported. Reporting forms and information can be found at ${link}. Adverse events should also be reported to ${company}.`;

  it.each([
    text('https://yellowcard.mhra.gov.uk/', 'Parke-Davis'),
    text('www.mhra.gov.uk/yellowcard', 'Parke-Davis Ltd'),
    text('https://yellowcard.mhra.gov.uk', 'PARKE-DAVIS LTD on 020 7946 0000'),
    text('https://yellowcard.mhra.gov.uk/', 'Parke-Davis').replaceAll(' ', '\n  '),
    text('https://yellowcard.mhra.gov.uk/', 'Parke-Davis').toUpperCase(),
  ])('is the same as %j', async (given) => {
    expect(lintRecord(altered(await promotional(), 'aeReporting.GB.text', given), CONTEXT)).toEqual([]);
  });
});

it('names are found with or without their legal form, and never inside another word', async () => {
  const statement = (name: string, en: string) =>
    promotional().then((content) =>
      lintRecord(
        {
          ...content,
          parties: [{ role: 'sponsor', name }],
          involvement: { en },
          audience: { roles: ['d'], countries: ['NZ'] },
        },
        CONTEXT,
      ).map(({ rule }) => rule),
    );
  expect(await statement('Acme GmbH & Co. KG', 'Funded by Acme.')).toEqual([]);
  expect(await statement('Acme S.A.', 'Funded by Acme.')).toEqual([]);
  expect(await statement('National Institute (NI)', 'Funded by the National Institute.')).toEqual([]);
  expect(await statement('Acme', 'Funded by Acmecorp.')).toEqual(['ALL-02']);
  expect(await statement('Acme', 'Acme')).toEqual(['ALL-02']);
});

it('what a browser loads reaches no rule', async () => {
  const reached = new Set<string>();
  const follow = async (file: URL): Promise<void> => {
    if (reached.has(file.href)) return;
    reached.add(file.href);
    for (const [, specifier = ''] of (await readFile(file, 'utf8')).matchAll(/from '(\.[^']+)\.js'/g))
      await follow(new URL(`${specifier}.ts`, file));
  };
  const folder = '../../packages/record/src/';
  await follow(new URL(`${folder}reader.ts`, import.meta.url));
  expect([...reached].filter((href) => href.includes('/src/label/'))).not.toEqual([]);
  expect([...reached].filter((href) => href.includes('/src/rules/'))).toEqual([]);
});

it('rules held at render are listed too, and have ids of their own', () => {
  expect(RENDER_RULES.map(({ id }) => id)).toEqual(['ALL-05', 'ALL-10']);
  for (const { runsIn, checks } of RENDER_RULES) expect([runsIn, checks]).not.toContain('');
});

it('no rule ever says that something is compliant, or any other word that we avoid', async () => {
  const said = [
    ...[...RULES, ...RENDER_RULES].flatMap(({ checks, citation }) => [checks, citation]),
    ...(
      await Promise.all(
        CASES.map(async ({ from, changes, context }) => {
          const content = Object.entries(changes).reduce((so, [path, value]) => altered(so, path, value), await from());
          return lintRecord(content, { ...CONTEXT, ...context }).flatMap(({ message, fix }) => [message, fix]);
        }),
      )
    ).flat(),
  ];
  expect(said.length).toBeGreaterThan(200);
  for (const text of said) {
    expect(text).not.toMatch(
      /complian|complies|comply|viral|influencer|anonymous|verified claim|\/work|undefined|NaN/i,
    );
    expect(text).toMatch(/\S/);
  }
});
