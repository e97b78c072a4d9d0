import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lintItem, readIndex, run, signItem, type Project } from 'pullquote';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEMO_ITEMS } from '@pullquote/example-publisher';
import { finishedItem, NAMES, newProject, NOW, refusal, writeItem } from './project.js';

const TODAY = NOW.toISOString().slice(0, 10);

async function pullquote(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const code = await run(args, {
    out: (text) => void (printed.out += `${text}\n`),
    err: (text) => void (printed.err += `${text}\n`),
    interactive: false,
  });
  return { code, ...printed };
}

/** An item for the UK that one confirmed rule stops, and an unconfirmed one warns of. */
const NO_PI = {
  promotionalStatus: 'promotional',
  audience: { roles: ['healthcare professionals'], countries: ['GB'] },
  involvement: { en: 'Written and funded by Acme.' },
  parties: [{ role: 'sponsor', name: 'Acme' }],
  title: 'Lipitor (atorvastatin)',
  products: [{ brand: 'Lipitor', generic: 'atorvastatin', additionalMonitoring: { GB: false } }],
  aeReporting: {
    GB: {
      text: 'Adverse events should be reported. Reporting forms and information can be found at https://yellowcard.mhra.gov.uk/. Adverse events should also be reported to Acme.',
    },
  },
  approvals: [{ country: 'GB', scheme: 'ABPI-cert', reference: 'A-1', date: '2026-10-01' }],
  excerpts: [],
  datePrepared: undefined,
  reuse: { requireVerifiedHcp: true, quote: 'none', download: false, print: false, reshare: true },
};

async function withItem(changes: Record<string, unknown> = {}): Promise<Project> {
  const project = await newProject();
  await finishedItem(project, 'cough', { ...NO_PI, ...changes });
  return project;
}

describe('pullquote lint', () => {
  it('prints path, message, fix and source, errors first, and ends with 1', async () => {
    const { paths } = await withItem();
    const { code, out, err } = await pullquote('lint', 'cough', '--today', TODAY, '-C', paths.root);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(
      /1 error\. It cannot be signed:\n {2}products\.0\.piUrl\.GB {2}GB-02\n {4}There is no link.*\n {4}Fix: Give the address.*\n {4}Source: ABPI 2024/,
    );
    expect(out).toMatch(/1 warning:\n {2}datePrepared {2}GB-06, not yet confirmed by a signatory\n/);
    expect(out.indexOf('GB-02')).toBeLessThan(out.indexOf('GB-06'));
    expect(out).not.toMatch(/GB-02, not yet confirmed/);
  });

  it('ends with 0 where warnings are all there is, and never says that the item may be used', async () => {
    const { paths } = await withItem({
      products: [{ ...NO_PI.products[0], piUrl: { GB: '/pi' } }],
    });
    const { code, out } = await pullquote('lint', 'items/cough.yaml', '--today', TODAY, '-C', paths.root);
    expect(code).toBe(0);
    expect(out).toContain('1 warning:');
    expect(out).toContain('Nothing here stops signing. Whether the item may be used is for your signatories to say.');
    expect(out).not.toMatch(/complian|approved\b(?! by)/i);
  });

  it('says so where it finds nothing', async () => {
    const project = await newProject();
    await finishedItem(project, 'essay');
    const { code, out } = await pullquote('lint', 'essay', '-C', project.paths.root);
    expect(code).toBe(0);
    expect(out).toMatch(
      /\d+ rules ran\.\n\nNo rule found anything\. Whether the item may be used is for your signatories/,
    );
  });

  it('--json prints the same for programs, with the same exit codes', async () => {
    const { paths } = await withItem();
    const { code, out } = await pullquote('lint', 'cough', '--json', '--today', TODAY, '-C', paths.root);
    expect(code).toBe(1);
    const result = JSON.parse(out) as Record<string, unknown> & { rules: string[]; findings: object[] };
    expect(result).toMatchObject({
      name: 'cough',
      version: 1,
      today: TODAY,
      countries: ['GB'],
      errors: 1,
      warnings: 1,
    });
    expect(result.rules).toContain('GB-02');
    expect(result.rules).not.toContain('US-02');
    expect(result.findings).toMatchObject([
      { rule: 'GB-02', severity: 'error', path: 'products.0.piUrl.GB', confirmed: true },
      { rule: 'GB-06', severity: 'warning', path: 'datePrepared', confirmed: false },
    ]);
  });

  it('takes the day from --today', async () => {
    const { paths } = await withItem();
    const at = (day: string) => pullquote('lint', 'cough', '--today', day, '-C', paths.root);
    expect((await at('2026-10-02')).out).not.toContain('GB-07');
    expect((await at('2028-10-02')).out).toContain('GB-07');
  });

  it.each(['tomorrow', '2026-02-30', '', '2026-1-1'])('--today %j ends with 2', async (day) => {
    const { paths } = await withItem();
    const { code, out, err } = await pullquote('lint', 'cough', '--today', day, '-C', paths.root);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--today must be a day');
  });

  it.each([
    [['lint'], 2],
    [['lint', 'a', 'b'], 2],
    [['lint', 'cough', '--fix'], 2],
    [['lint', 'none'], 1],
    [['lint', 'signed/none.v1.jws'], 1],
  ])('%j ends with %i', async (args, expected) => {
    const { paths } = await withItem();
    const { code, out, err } = await pullquote(...args, '-C', paths.root);
    expect([code, out]).toEqual([expected, '']);
    expect(err).not.toBe('');
  });

  it('an item that is not whole ends with 1 and the fields', async () => {
    const { paths } = await withItem({ missing: [{ path: 'language', why: 'is needed' }] });
    const missing = await pullquote('lint', 'cough', '-C', paths.root);
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('language: has a value now')]);
    const wrong = await withItem({ promotionalStatus: 'advert' });
    expect((await pullquote('lint', 'cough', '-C', wrong.paths.root)).code).toBe(1);
  });

  it('--help says what it takes', async () => {
    const { code, out } = await pullquote('lint', '--help');
    expect(code).toBe(0);
    for (const words of ['Usage: pullquote lint', '--today', '--json', '--project']) expect(out).toContain(words);
  });

  it('writes nothing', async () => {
    const { paths } = await withItem();
    await pullquote('lint', 'cough', '-C', paths.root);
    await expect(stat(paths.index)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a signed file', () => {
  it('is held against the rules of today', async () => {
    const project = await withItem({
      products: [{ ...NO_PI.products[0], piUrl: { GB: '/pi' } }],
      reviewBy: '2026-12-01',
    });
    const { file } = await signItem(project, 'cough', NOW);
    expect(await lintItem(project, file, TODAY)).toMatchObject({ name: 'cough', version: 1, errors: 0, warnings: 1 });
    const later = await lintItem(project, file, '2026-12-02');
    expect(later.findings.map(({ rule }) => rule)).toEqual(['ALL-06', 'GB-06']);
  });

  it.each(['', 'a.b', 'a.b.c', '{}'])('that holds %j is refused by its name', async (text) => {
    const project = await withItem();
    await writeFile(join(project.paths.signed, 'x.v1.jws'), text);
    const refused = await refusal(() => lintItem(project, 'signed/x.v1.jws', TODAY));
    expect([refused.code, refused.message]).toEqual(['item', expect.stringContaining('signed/x.v1.jws')]);
  });
});

describe('links between items', () => {
  const advert = { ...NO_PI, products: [{ ...NO_PI.products[0], piUrl: { GB: '/pi' } }] };
  const citing = {
    audience: { roles: ['healthcare professionals'], countries: ['CA'] },
    citations: [{ n: 1, text: 'Our page, 2026.', url: '/cough#top' }],
    excerpts: [],
  };

  it('an item that is not promotional may not lead to one of ours that is', async () => {
    const project = await newProject();
    await finishedItem(project, 'cough', advert);
    await signItem(project, 'cough', NOW);
    await finishedItem(project, 'essay', citing);
    const { findings } = await lintItem(project, 'essay', TODAY);
    expect(findings).toMatchObject([{ rule: 'ALL-08', severity: 'error', path: 'citations.0.url' }]);
    expect((await refusal(() => signItem(project, 'essay', NOW))).code).toBe('lint');
  });

  it('but may lead to one that is not', async () => {
    const project = await newProject();
    await finishedItem(project, 'cough');
    await signItem(project, 'cough', NOW);
    await finishedItem(project, 'essay', citing);
    expect((await lintItem(project, 'essay', TODAY)).findings).toEqual([]);
  });
});

describe('signing', () => {
  it('refuses an item with an error, lists it, and leaves nothing behind', async () => {
    const project = await withItem();
    const { code, message, issues } = await refusal(() => signItem(project, 'cough', NOW));
    expect(code).toBe('lint');
    expect(message).toContain('cough was not signed: one error stands against it.');
    expect(issues).toEqual([expect.stringMatching(/^products\.0\.piUrl\.GB: .*\(GB-02\)$/)]);
    expect((await readIndex(project)).records).toEqual([]);
  });

  it('shows the one error on the command line too', async () => {
    const { paths } = await withItem();
    const { code, err } = await pullquote('sign', 'cough', '-C', paths.root);
    expect(code).toBe(1);
    expect(err).toContain('  products.0.piUrl.GB: There is no link');
  });

  it('lets warnings pass', async () => {
    const project = await withItem({ products: [{ ...NO_PI.products[0], piUrl: { GB: '/pi' } }] });
    expect(await signItem(project, 'cough', NOW)).toMatchObject({ version: 1 });
  });
});

describe('real items', () => {
  it.each(NAMES)('%s, drafted and finished, has no error', async (name) => {
    const project = await newProject();
    await finishedItem(project, name);
    expect(await lintItem(project, name, TODAY)).toMatchObject({ errors: 0 });
  });

  it.each(DEMO_ITEMS)('$name of the demo has no error', async ({ name }) => {
    const project = await newProject();
    const file = new URL(`../../examples/publisher/items/${name}.yaml`, import.meta.url);
    await writeItem(project, name, parse(await readFile(file, 'utf8')) as Record<string, unknown>);
    expect(await lintItem(project, name, TODAY)).toMatchObject({ errors: 0 });
  });
});
