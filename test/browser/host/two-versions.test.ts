import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../support/chromium.js';
import { page } from '../../support/community-site.js';
import { problemsOf, startWorld, warningsOf, type World } from './setup.js';

const bundle = fileURLToPath(new URL('../../../packages/elements/dist/bundle/', import.meta.url));
const OTHER = '9.9.9-test';
const TYPED = "default-src 'self'; require-trusted-types-for 'script'; trusted-types pullquote";

describe.skipIf(chromiumPath === undefined)('two versions of the bundle on one page', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    const { pages } = world.site;
    // The whole build once more, at another address and marked as another version.
    for (const path of await readdir(bundle, { recursive: true })) {
      if (!path.endsWith('.js')) continue;
      const body = (await readFile(bundle + path, 'utf8')).replace('"0.1.0"', `"${OTHER}"`);
      pages.set(`/other/${path}`, { type: 'text/javascript', body });
    }
    expect(JSON.stringify(pages.get('/other/pullquote.js'))).toContain(OTHER);
    for (const from of ['pq', 'other'])
      pages.set(`/connect-${from}.js`, {
        type: 'text/javascript',
        body: `import { connect, upgrade } from '/${from}/pullquote.js';
globalThis.upgradeAgain = upgrade;
connect({ destinations: () => [{ id: 't1', label: 'Named by ${from}', visibility: 'members' }] });
document.addEventListener('pq-share', (event) => event.respondWith(Promise.resolve(event.destination)));`,
      });
  });
  afterAll(() => world.close());

  async function open(scripts: readonly string[], csp = TYPED) {
    const { site, browser, post, signed } = world;
    const head = scripts.map((src) => `<script type="module" src="${src}"></script>`).join('');
    site.pages.set('/thread', {
      body: page(
        `<article>${post}</article><article><p>See <a href="${signed.link}">this</a> please</p></article><main></main>
        <pq-share item="${signed.record.canonicalUrl}"><a href="${signed.record.canonicalUrl}">Lipitor</a></pq-share>`,
        { script: false, head },
      ),
      headers: { 'content-security-policy': csp },
    });
    const tab = await browser.newPage();
    const problems = problemsOf(tab);
    const warnings = warningsOf(tab);
    const before = site.requests.length;
    await tab.goto(`${site.origin}/thread`);
    await tab.locator('article pq-card:state(verified)').nth(1).waitFor();
    return { tab, problems, warnings, asked: () => site.requests.slice(before).map(({ url }) => url) };
  }

  it.each([
    ['0.1.0', OTHER, ['/pq/pullquote.js', '/other/pullquote.js']],
    [OTHER, '0.1.0', ['/other/pullquote.js', '/pq/pullquote.js']],
  ])('the first, %s, stays in use, and the second says so', async (first, second, scripts) => {
    const { tab, problems, warnings, asked } = await open(
      scripts,
      "default-src 'self'; require-trusted-types-for 'script'",
    );
    expect(warnings).toEqual([expect.stringMatching(`^Pullquote ${second}: .* Copy ${first} stays in use`)]);
    expect(problems).toEqual([]);
    expect(await tab.locator('pq-card').count()).toBe(2);
    // One copy works: the community's file and the record are fetched once.
    expect(asked().filter((url) => url === '/pq/community.json')).toHaveLength(1);
    expect(asked().filter((url) => url.startsWith('/pq/records/'))).toHaveLength(1);
    await tab.close();
  });

  it('a policy name that may be taken once only is no error for the second', async () => {
    const { tab, problems } = await open(['/pq/pullquote.js', '/other/pullquote.js']);
    expect(problems.filter((one) => !one.includes('The action has been blocked'))).toEqual([]);
    await tab.close();
  });

  it.each(['pq', 'other'])('connect() of %s reaches the dialog, whichever copy was first', async (from) => {
    const { tab, problems } = await open(
      ['/pq/pullquote.js', '/other/pullquote.js', `/connect-${from}.js`],
      "default-src 'self'",
    );
    await tab.locator('pq-share').getByRole('button').click();
    await tab.getByRole('radio', { name: `Named by ${from}` }).check();
    await tab.getByRole('button', { name: 'Post' }).click();
    await tab.getByText(`Posted in Named by ${from}.`).waitFor();
    expect(problems).toEqual([]);
    await tab.close();
  });

  it('posts that come later become one card each, with every upgrader running', async () => {
    const { tab } = await open(['/pq/pullquote.js', '/other/pullquote.js', '/connect-other.js'], "default-src 'self'");
    await tab.evaluate((post) => {
      (globalThis as unknown as { upgradeAgain: () => void }).upgradeAgain();
      const parsed = new DOMParser().parseFromString(`<article>${post}</article>`, 'text/html');
      document.querySelector('main')?.append(...parsed.body.childNodes);
    }, world.post);
    await tab.locator('main pq-card:state(verified)').waitFor();
    expect(await tab.locator('pq-card').count()).toBe(3);
    await tab.close();
  });

  it('where somebody else has taken a tag, nothing of ours is registered and the stored text stays', async () => {
    const { site, browser, post } = world;
    site.pages.set('/taken.js', {
      type: 'text/javascript',
      body: "customElements.define('pq-label', class extends HTMLElement {}); await import('/pq/pullquote.js');",
    });
    site.pages.set('/taken', {
      body: page(`<article>${post}</article>`, {
        script: false,
        head: '<script type="module" src="/taken.js"></script>',
      }),
    });
    const tab = await browser.newPage();
    const problems = problemsOf(tab);
    const warnings = warningsOf(tab);
    await tab.goto(`${site.origin}/taken`);
    await expect.poll(() => warnings).toEqual([expect.stringContaining('<pq-label> is defined already')]);
    expect(await tab.locator('article blockquote').isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await tab.close();
  });
});
