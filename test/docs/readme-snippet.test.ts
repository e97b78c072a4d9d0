import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { startCommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';

const readme = await readFile(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');

/** The first code block of a language in the README, as a reader would copy it. */
function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}(?: runnable.*)?\\n([\\s\\S]*?)\`\`\``).exec(readme);
  if (!found?.[1]) throw new Error(`README.md has no ${language} block.`);
  return found[1];
}

describe.skipIf(chromiumPath === undefined)('the snippet in the README', () => {
  it('shares an item under a strict Content-Security-Policy, pasted as it stands', async () => {
    const publisher = await createTestPublisher();
    const signed = await publisher.sign();
    const site = await startCommunitySite([publisher]);
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    // What the README says is the forum's own: a search and a way to post.
    site.pages.set('/forum.js', {
      type: 'text/javascript',
      body: `globalThis.searchThreads = async () => [{ id: 't1', label: 'Lipids', visibility: 'members' }];
        globalThis.post = async (id, html) => { globalThis.posted = { id, html }; return { id, label: 'Lipids', visibility: 'members' }; };`,
    });
    site.pages.set('/snippet.js', { type: 'text/javascript', body: block('js') });
    site.pages.set('/', {
      body: `<!doctype html><title>Forum</title><script src="/forum.js"></script>${block('html')}<script type="module" src="/snippet.js"></script>`,
    });
    const browser = await launchChromium();
    const tab = await browser.newPage();
    await tab.goto(site.origin);
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await tab.getByText('Lipids').click();
    await tab.getByRole('button', { name: 'Post' }).click();
    await tab.getByText('Posted in Lipids.').waitFor();
    const posted = await tab.evaluate(() => (globalThis as unknown as { posted: { id: string; html: string } }).posted);
    expect(posted.id).toBe('t1');
    expect(posted.html).toContain('Source as stated when posted');
    await browser.close();
    await site.close();
  });
});
