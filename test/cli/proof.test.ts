import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { APPROVAL_FUNCTIONS, ENGLISH, RULES } from '@pullquote/record';
import { makeProof, signItem, type Project } from 'pullquote';
import { describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { finishedItem, newProject, NOW, ORIGIN, refusal, writeItem } from './project.js';

const UK_SENTENCE =
  'Adverse events should be reported. Reporting forms and information can be found at www.mhra.gov.uk/yellowcard. Adverse events should also be reported to Example Pharma.';
const RICH = {
  title: 'Evocative <b>title</b> & "quotes"',
  promotionalStatus: 'promotional',
  audience: { roles: ['healthcare professionals'], countries: ['US', 'GB', 'IE'] },
  products: [
    {
      brand: 'Examplin',
      generic: 'examplinib',
      piUrl: { US: '/pi-us', GB: '/pi-gb' },
      boxedWarning: { US: 'WARNING: invented for this test.' },
      additionalMonitoring: { GB: true },
    },
  ],
  aeReporting: { GB: { text: UK_SENTENCE }, US: { text: 'Call 1-800-FDA-1088.' } },
  excerpts: [
    { id: 'e1', text: 'First passage.', mustAccompany: 'See the boxed warning.' },
    { id: 'e2', text: 'Second passage.' },
  ],
};

async function page(
  changes: object = RICH,
  everyExcerpt = false,
): Promise<{ project: Project; html: string; digest: string }> {
  const project = await newProject();
  await finishedItem(project, 'trial', { ...changes });
  const { file, digest } = await makeProof(project, 'trial', { now: NOW, everyExcerpt });
  return { project, html: await readFile(file, 'utf8'), digest };
}

/** What a reader sees of a page, roughly: tags away, entities back. */
const seen = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');

describe('the page', () => {
  it('shows digest, signature lines, every country, every state, every rule that ran and the whole record', async () => {
    const { html, digest, project } = await page();
    const text = seen(html);
    expect(text).toContain(`Digest ${digest}`);
    for (const role of APPROVAL_FUNCTIONS) expect(html).toContain(`<th scope="row">${role}</th>`);
    for (const country of ['US', 'GB', 'IE']) expect(text).toContain(`Readers in ${country}`);
    for (const [words, detail] of Object.values(ENGLISH.state)) {
      expect(text).toContain(words);
      expect(text).toContain(detail);
    }
    for (const { id, where } of RULES) {
      const runs = where === 'all' || where.some((country) => ['US', 'GB', 'IE'].includes(country));
      expect([id, html.includes(`<th scope="row">${id}</th>`)]).toEqual([id, runs]);
    }
    expect(text).toContain('Rules not yet confirmed by a signatory. They only warn.');
    const { payload } = JSON.parse(await readFile(join(project.paths.proofs, 'trial.json'), 'utf8')) as {
      payload: string;
    };
    const record = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    for (const field of Object.keys(record)) expect(text).toContain(`"${field}":`);
    expect(text.toLowerCase()).not.toContain('compliant');
  });

  it('says to each country what is its own', async () => {
    const { html } = await page();
    const sections = html.split('<article class="label">').slice(1);
    const of = (country: string) => seen(sections.find((one) => one.includes(`Readers in ${country}<`)) ?? '');
    expect(of('GB')).toContain(UK_SENTENCE);
    expect(of('GB')).toContain('▼');
    expect(of('GB')).not.toContain('/pi-us');
    expect(of('US')).toContain('WARNING: invented for this test.');
    expect(of('US')).not.toContain('Yellow');
    expect(of('IE')).toContain('/pi-us');
    expect(of('IE')).toContain('/pi-gb');
  });

  it('shows every rendering, with what must stand beside the excerpt', async () => {
    const { html, digest } = await page();
    const figures = html
      .split('<figure>')
      .slice(1)
      .map((figure) => figure.split('</figure>')[0] ?? '');
    const names = new Set(figures.map((figure) => /<figcaption>([^<·]*)/.exec(figure)?.[1]?.trim()));
    expect(names.size).toBeGreaterThanOrEqual(12);
    const whole = figures.filter((figure) => !figure.includes('subject'));
    for (const figure of whole.map(seen)) {
      // BBCode and Markdown have spellings of their own for what is between the words.
      expect(figure).toMatch(/First passage/);
      expect(figure).toMatch(/See the boxed warning/);
      expect(figure.replace(/\\/g, '')).toMatch(/For US, UK and IE healthcare professionals/);
      expect(figure).not.toContain('Verified source');
    }
    expect(figures.some((figure) => figure.includes(digest))).toBe(true);
    expect(figures.some((figure) => figure.includes('Second passage'))).toBe(false);
    const every = (await page(RICH, true)).html.split('<figure>').slice(1);
    expect(every).toHaveLength(figures.length * 3);
    expect(every.filter((figure) => figure.includes('Second passage')).length).toBeGreaterThan(names.size * 2);
  });

  it('is one file without script, with a policy that its only style fits', async () => {
    const { html } = await page();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<iframe|<img|<link|<form| on[a-z]+=| style=|url\(|@import/i);
  });

  it('is the same page for the same item, whenever it is printed', async () => {
    const { project, html, digest } = await page();
    const again = await makeProof(project, 'trial', { now: new Date(NOW.getTime() + 9 * 86_400_000) });
    expect([again.digest, await readFile(again.file, 'utf8')]).toEqual([digest, html]);
  });

  it('lists what blocks signing', async () => {
    const { html } = await page({ ...RICH, involvement: { en: 'Somebody had a part in this.' } });
    expect(seen(html)).toMatch(/Blocks signing [A-Z]+-\d\d/);
  });
});

it('hostile text is text, and what cannot be seen is written as a code', async () => {
  const hostile = 'A\u202Eevil\u202C<script>alert(1)</script>"><img src=x onerror=alert(2)> &amp; \u{E0041}';
  const { html } = await page({
    title: hostile,
    involvement: { en: hostile },
    excerpts: [{ id: 'e1', text: hostile }],
  });
  expect(html).not.toMatch(/<script|<img|\u202E|\u{E0041}/u);
  const record = html.slice(html.indexOf('The record, whole'));
  expect(record).toContain('\\u202eevil\\u202c');
  expect(record).toContain('\\udb40\\udc41');
});

it('shows a signed version as it was signed, with its approvals', async () => {
  const { project, digest } = await page();
  await signItem(project, 'trial', NOW, { approval: { digest, by: ['legal'] } }).catch((error: unknown) => {
    // The invented item may break a rule; what matters here is the page of what is signed.
    if ((error as { code?: string }).code !== 'lint') throw error;
  });
  const plain = await newProject();
  const fields = await finishedItem(plain, 'cough');
  const proof = await makeProof(plain, 'cough', { now: NOW });
  await signItem(plain, 'cough', NOW, { approval: { digest: proof.digest, by: ['legal'] } });
  const after = await makeProof(plain, 'cough', { now: NOW });
  expect(after).toMatchObject({ digest: proof.digest, signed: true });
  expect(seen(await readFile(after.file, 'utf8'))).toContain('legal entered 2026-11-20');
  await writeItem(plain, 'cough', { ...fields, title: 'Changed' });
  expect((await refusal(() => makeProof(plain, 'cough', { now: NOW }))).message).toContain('Set version: 2');
});

it('needs no key at all, writes where it is told, and refuses a draft', async () => {
  const project = await newProject();
  await finishedItem(project, 'cough');
  for (const key of [project.paths.recordKey, project.paths.statusKey]) await writeFile(key, 'gone');
  const out = join(project.paths.root, 'for', 'signatories.html');
  expect((await makeProof(project, 'cough', { out, now: NOW })).file).toBe(out);
  expect(existsSync(out)).toBe(true);
  await finishedItem(project, 'essay', { missing: [{ path: 'title', why: 'is needed' }] });
  expect((await refusal(() => makeProof(project, 'essay', { now: NOW }))).code).toBe('missing');
});

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  it('loads without one refusal by its own policy, fits narrow screens, and prints', async () => {
    const { project } = await page();
    const browser = await launchChromium();
    try {
      const tab = await browser.newPage({ viewport: { width: 360, height: 800 } });
      const said: string[] = [];
      tab.on('console', (message) => said.push(message.text()));
      const requests: string[] = [];
      tab.on('request', (request) => requests.push(request.url()));
      await tab.goto(`file://${join(project.paths.proofs, 'trial.v1.html')}`);
      expect(said).toEqual([]);
      expect(requests).toHaveLength(1);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      expect(await tab.locator('h1').textContent()).toBe('Evocative <b>title</b> & "quotes"');
      expect((await tab.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);
    } finally {
      await browser.close();
    }
  });
});

it('addresses stand on the publisher’s origin', async () => {
  expect((await page()).html).toContain(`${ORIGIN}/trial`);
});
