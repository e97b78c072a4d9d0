import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../support/chromium.js';
import { page } from '../../support/community-site.js';
import { pageBundle } from '../../support/page-bundle.js';
import { problemsOf, startWorld, warningsOf, type World } from './setup.js';

const run = promisify(execFile);
const STRICT = "default-src 'self'; require-trusted-types-for 'script'";
/** A page whose policy allows the styles that a server writes into a drawn root. */
const INLINE_STYLES = "default-src 'self'; style-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'";

/** Draws the three elements as a server does: in plain Node, from the built package, with no page at all. */
async function draw(item: string, link: string, post: string): Promise<string> {
  const script = `
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '@pullquote/elements/define';
const [item, link, post] = process.argv.slice(-3);
process.stdout.write(await collectResult(render(html\`
  <pq-label item=\${item}><a href=\${item}>The item itself</a></pq-label>
  <article><pq-card item=\${link}>\${unsafeHTML(post)}</pq-card></article>
  <pq-share item=\${item}><a href=\${item}>To share it</a></pq-share>\`)));`;
  const { stdout, stderr } = await run(
    process.execPath,
    ['--input-type=module', '-e', script, '--', item, link, post],
    {
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    },
  );
  expect(stderr).toBe('');
  return stdout;
}

describe.skipIf(chromiumPath === undefined)('rendered on a server', () => {
  let world: World;
  let drawn = '';

  beforeAll(async () => {
    world = await startWorld();
    drawn = await draw(world.signed.record.canonicalUrl, world.signed.link, world.post);
    world.site.pages.set('/hydrate.js', {
      type: 'text/javascript',
      body: await pageBundle(fileURLToPath(new URL('pages/hydrate.ts', import.meta.url))),
    });
  });
  afterAll(() => world.close());

  async function open(head: string, { csp = STRICT, javaScriptEnabled = true, body = drawn } = {}) {
    const { site, browser } = world;
    site.pages.set('/thread', {
      body: page(body, { script: false, head }),
      headers: { 'content-security-policy': csp },
    });
    const context = await browser.newContext({ javaScriptEnabled });
    const tab = await context.newPage();
    const problems = problemsOf(tab);
    const warnings = warningsOf(tab);
    await tab.goto(`${site.origin}/thread`);
    return { tab, problems, warnings, close: () => context.close() };
  }

  it('each element has a declarative shadow root, and none says that anything was verified', () => {
    expect(drawn.match(/<template shadowroot="open" shadowrootmode="open">/g)).toHaveLength(3);
    expect(drawn.replace(/<style>.*?<\/style>/gs, '')).not.toMatch(/verified/i);
  });

  it.each([
    ['a strict policy', STRICT],
    ['inline styles allowed', INLINE_STYLES],
  ])('is whole without scripts, under %s', async (_what, csp) => {
    const { tab, close } = await open('', { csp, javaScriptEnabled: false });
    const text = await tab.locator('body').innerText();
    expect(text).toContain('Source as stated when posted: Parke-Davis Div of Pfizer Inc (sponsor) · Promotional');
    expect(text).toContain('To report side effects, contact FDA at 1-800-FDA-1088.');
    for (const name of ['The item itself', 'To share it'])
      expect(await tab.getByRole('link', { name, exact: true }).isVisible()).toBe(true);
    // A button that nothing answers is only hidden by our styles, so a page that keeps them out shows it too.
    if (csp === INLINE_STYLES) expect(await tab.getByRole('button').count()).toBe(0);
    await close();
  });

  it.each([
    ['the bundle, which draws anew', '<script type="module" src="/pq/pullquote.js"></script>', STRICT],
    ['Lit’s own hydration', '<script type="module" src="/hydrate.js"></script>', `${STRICT}; trusted-types lit-html`],
    [
      'Lit’s own hydration, inline styles allowed',
      '<script type="module" src="/hydrate.js"></script>',
      INLINE_STYLES.split(';').slice(0, 2).join(';'),
    ],
  ])('comes to life with %s: everything once, nothing said on the console', async (_what, head, csp) => {
    const { tab, problems, warnings, close } = await open(head, { csp });
    await tab.locator('pq-card:state(verified)').waitFor();
    await tab.locator('pq-label:state(verified)').waitFor();
    const roots = await tab.evaluate(() =>
      ['pq-label', 'pq-card', 'pq-share'].map((tag) => {
        const root = document.querySelector(tag)?.shadowRoot;
        return {
          faces: root?.querySelectorAll('.face').length,
          buttons: root?.querySelectorAll('button').length,
          sheets: (root?.adoptedStyleSheets.length ?? 0) > 0,
        };
      }),
    );
    expect(roots).toEqual([
      { faces: 1, buttons: 1, sheets: true },
      { faces: 1, buttons: 2, sheets: true },
      { faces: 0, buttons: 1, sheets: true },
    ]);
    await tab.locator('pq-share').getByRole('button').click();
    await tab.getByRole('dialog').getByText('Verified source').waitFor();
    const refusals = problems.filter((one) => !/inline style/.test(one));
    expect([refusals, warnings.filter((one) => !one.includes('Lit is in dev mode'))]).toEqual([[], []]);
    await close();
  });

  it.each([
    ['the bundle', '<script type="module" src="/late.js"></script>', '/pq/pullquote.js'],
    ['Lit’s own hydration', '<script type="module" src="/late.js"></script>', '/hydrate.js'],
  ])('does not flash when scripts come late: %s', async (_what, head, late) => {
    world.site.pages.set('/late.js', {
      type: 'text/javascript',
      body: `globalThis.shifts = [];
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifts.push(value); }).observe({ type: 'layout-shift', buffered: true });
const share = document.querySelector('pq-share');
const size = () => { const { width, height } = share.shadowRoot.querySelector('button').getBoundingClientRect(); return [width, height]; };
globalThis.seen = { before: size(), size, link: share.querySelector('a').checkVisibility() };
setTimeout(() => import('${late}'), 300);`,
    });
    // Without the label, which grows where its fallback was one short link.
    const body = drawn.replace(/<pq-label.*<\/pq-label>/s, '');
    const { tab, close } = await open(head, { csp: "default-src 'self'; style-src 'self' 'unsafe-inline'", body });
    await tab.waitForFunction(() => document.querySelector('pq-card:state(verified)'));
    const { before, after, link, shift } = await tab.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 200));
      const { seen, shifts } = globalThis as unknown as {
        seen: { before: number[]; size: () => number[]; link: boolean };
        shifts: number[];
      };
      return {
        before: seen.before,
        link: seen.link,
        after: seen.size(),
        shift: shifts.reduce((sum, one) => sum + one, 0),
      };
    });
    expect(link).toBe(false);
    expect(after).toEqual(before);
    expect(shift).toBeLessThanOrEqual(0.002);
    console.log(`server rendering, scripts 300 ms late: layout shift ${shift.toFixed(4)}`);
    await close();
  });

  it('a root that somebody typed into a post is gone once the element is there', async () => {
    const forged = `<pq-card item="https://nobody.example/x#pq=v1;h=AAAAAAAAAAAAAAAAAAAAAA"><template shadowrootmode="open"><b>Verified source · FDA.gov</b></template><blockquote>stored</blockquote></pq-card>`;
    const { tab, close } = await open('<script type="module" src="/pq/pullquote.js"></script>', { body: forged });
    await tab.locator('pq-card:state(unlisted)').waitFor();
    expect(await tab.locator('pq-card').innerText()).not.toContain('Verified');
    await close();
  });
});
