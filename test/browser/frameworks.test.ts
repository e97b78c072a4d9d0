import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FRAMEWORKS, isBuilt } from '../../examples/frameworks/built.mjs';
import { startPublisher } from '../../examples/frameworks/publisher.mjs';
import { runExample } from '../../examples/frameworks/run.mjs';
import { chromium } from '../support/engines/chromium.js';
import { ENGINES } from '../support/engines/engines.js';
import { essentials, type Discussion } from './behaviour/essential.js';

/** An example as somebody runs it: a publisher, a community's server, a forum and its pages. */
async function discussion(name: string): Promise<Discussion> {
  const root = await mkdtemp(join(tmpdir(), 'example-'));
  const publisher = await startPublisher(root);
  const page = await runExample(name, { publisher, dataDir: join(root, 'community') });
  return {
    origin: page.origin,
    async stop() {
      await page.stop();
      await publisher.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

// The plain page is what every other is measured by: it runs wherever a browser does.
essentials(ENGINES, 'a discussion in plain HTML', () => discussion('html'));

describe.each(FRAMEWORKS)('in %s', (name) => {
  describe.skipIf(!isBuilt(name))(isBuilt(name) ? 'here' : `skipped: npm run frameworks -- ${name}`, () => {
    essentials([chromium], 'a discussion', () => discussion(name));
  });
});

describe.skipIf(!isBuilt('next') || chromium.missing !== undefined)('Next, without scripts', () => {
  it('has drawn every post with its whole stored text, and calls nothing verified', async () => {
    const page = await discussion('next');
    const html = await (await fetch(page.origin)).text();
    await page.stop();
    expect(html).toContain('Dr. Amara Osei');
    expect(html).toContain('<pq-share item="http');
    expect(html).toContain('Read it at its source</a></pq-share>');
    expect(html).toMatch(/<a href="http[^"]*#pq=v1;h=/);
    expect(html).not.toMatch(/verified/i);
  });
});
