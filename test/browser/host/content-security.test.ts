import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../support/chromium.js';
import { page } from '../../support/community-site.js';
import { problemsOf, startWorld, warningsOf, type World } from './setup.js';

const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'";
const TYPED = `${STRICT}; require-trusted-types-for 'script'`;

describe.skipIf(chromiumPath === undefined)('under a strict policy', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  async function open(csp: string, { html = '', head = '', script = true } = {}) {
    const { browser, site, post } = world;
    site.pages.set('/thread', {
      body: page(`<article>${post}</article>${html}`, { head, script }),
      headers: { 'content-security-policy': csp },
    });
    const tab = await browser.newPage();
    const problems = problemsOf(tab);
    const warnings = warningsOf(tab);
    await tab.goto(`${site.origin}/thread`);
    return { tab, problems, warnings };
  }

  it.each([
    ['script, style and connect from the site itself', STRICT],
    ['Trusted Types with no policy named', TYPED],
    ["Trusted Types with the policy 'pullquote'", `${TYPED}; trusted-types pullquote`],
    [
      "Trusted Types with 'pullquote' among others and 'allow-duplicates'",
      `${TYPED}; trusted-types a pullquote 'allow-duplicates'`,
    ],
    ['Trusted Types with any policy', `${TYPED}; trusted-types *`],
    [
      'a nonce with strict-dynamic',
      "script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'",
    ],
  ])('a card is verified, opens its details and its dialog: %s', async (_what, csp) => {
    const head = '<script type="module" nonce="abc" src="/pq/pullquote.js"></script>';
    const { tab, problems, warnings } = await open(csp, { head, script: false });
    const card = tab.locator('pq-card:state(verified)');
    await card.getByRole('button', { name: 'Details' }).click();
    await card.getByText('Version.').waitFor();
    await card.getByRole('button', { name: 'Share' }).click();
    await tab.getByRole('dialog').getByText('Verified source').waitFor();
    expect([problems, warnings]).toEqual([[], []]);
    await tab.close();
  });

  it.each([
    ['only other policies', `${TYPED}; trusted-types other`],
    ['no policy at all', `${TYPED}; trusted-types 'none'`],
  ])('where the page allows %s, the stored text stays whole and nothing is thrown', async (_what, csp) => {
    const { tab, problems, warnings } = await open(csp, {
      html: `<pq-share item="${world.signed.record.canonicalUrl}"><a href="${world.signed.record.canonicalUrl}">Lipitor</a></pq-share>`,
    });
    await expect.poll(() => warnings).toHaveLength(1);
    expect(warnings[0]).toContain("Add 'pullquote' to trusted-types");
    expect(await tab.locator('article').innerText()).toContain('Source as stated when posted');
    expect(await tab.locator('article blockquote').isVisible()).toBe(true);
    expect(await tab.getByRole('link', { name: 'Lipitor', exact: true }).isVisible()).toBe(true);
    expect(await tab.locator('pq-card').count()).toBe(0);
    // The browser's own reports of what it refused are all there is: no error of ours reaches the page.
    expect(problems.filter((one) => !one.includes('The action has been blocked'))).toEqual([]);
    await tab.close();
  });

  it('where policies are limited but types are not required, cards work without a policy', async () => {
    const { tab } = await open(`${STRICT}; trusted-types other`);
    await tab.locator('pq-card:state(verified)').waitFor();
    await tab.close();
  });

  it('a default policy of the page that spoils templates is noticed before anything is drawn with it', async () => {
    world.site.pages.set('/default.js', {
      type: 'text/javascript',
      body: "trustedTypes.createPolicy('default', { createHTML: (text) => text.replace(/<[^>]*>/g, ''), createScriptURL: (url) => url })",
    });
    const { tab, warnings } = await open(`${TYPED}; trusted-types default`, {
      head: '<script src="/default.js"></script>',
    });
    await expect.poll(() => warnings).toHaveLength(1);
    expect(await tab.locator('article blockquote').isVisible()).toBe(true);
    await tab.close();
  });
});
