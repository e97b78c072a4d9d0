import { nanoid } from 'nanoid';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { it } from 'vitest';
import { startDemo } from '../../examples/forum/src/start-demo.js';
import { signInOverHttp } from '../privacy/secrets/readers.js';
import { launchChromium } from '../support/chromium.js';

const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));

it('takes the pictures of the moderators’ page', async () => {
  const root = await mkdtemp(join(tmpdir(), 'pullquote-shots-'));
  const demo = await startDemo({ root, quiet: true, count: 'all', readers: true });
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const tab = await context.newPage();
    await tab.goto(`${demo.forum}/sign-in`);
    await tab.getByRole('button', { name: 'Dr Jonas Lindqvist' }).click();
    await tab.getByRole('link', { name: 'Moderation' }).waitFor();
    // Posts of some members, told as their pages would tell them.
    const url = encodeURIComponent(`${demo.publisher}/lipitor-interactions`);
    const jws = await (await fetch(`${demo.forum}/pq/record?url=${url}`)).text();
    const { id: item } = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as { id: string };
    for (const [i, doctor] of ['d-okafor', 'd-tan', 'd-weiss', 'd-duarte'].entries()) {
      const post = i < 3 ? { fact: 'shared', depth: 1 } : { fact: 'reshared', depth: 2 };
      await (
        await signInOverHttp(demo.forum, doctor)
      ).send([{ id: nanoid(), item, version: 1, visibility: 'members', ...post }]);
    }
    await demo.closeWeek();
    await tab.goto(`${demo.forum}/pq/moderation`);
    await tab.screenshot({
      path: `${images}moderation.png`,
      clip: { x: 120, y: 0, width: 1040, height: 1180 },
      fullPage: true,
    });
    await tab.setViewportSize({ width: 320, height: 1180 });
    await tab.emulateMedia({ colorScheme: 'dark' });
    await tab.locator('summary').click();
    await tab.screenshot({ path: `${images}moderation-phone.png` });
  } finally {
    await browser.close();
    await demo.stop();
    await rm(root, { recursive: true, force: true });
  }
});
