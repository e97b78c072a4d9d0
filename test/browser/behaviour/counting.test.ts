import { afterEach, beforeEach, expect, it } from 'vitest';
import { inEveryEngine } from '../../support/engines/in-every-engine.js';
import type { Tab } from '../../support/engines/tab.js';
import type { Answer } from '../../support/site.js';
import { posted, shareTag, startForum, wrong, type Forum } from './forum.js';
import { comment, destination, post, shareButton, status, tell } from './parts.js';

const WORDS = 'A patient of mine in Leeds did badly on this.';
const TAKEN: Answer = { type: 'application/json', body: '{"accepted":1,"duplicates":0,"refused":[]}' };

inEveryEngine('counting', (open) => {
  let forum: Forum;
  let tab: Tab;
  beforeEach(async () => {
    forum = await startForum();
    forum.pages.set('/pq/community.json', {
      type: 'application/json',
      body: JSON.stringify({ ...forum.file, count: 'shares' }),
    });
    forum.pages.set('/pq/facts', TAKEN);
    tab = await open();
  });
  afterEach(() => forum.close());

  async function share(query = '', name = 'Statins') {
    await tab.goto(`${forum.show(shareTag(forum))}${query}`);
    await tab.click(shareButton);
    await tab.click({ ...destination, name });
    await tab.click(comment);
    await tab.type(WORDS);
  }
  async function send() {
    await tab.click(post);
    await tab.until('the post', async () => (await posted(tab)).length === 1);
    expect(await tab.text(status)).not.toBe('');
  }

  it('tells the community’s own server one fact, with nothing of the doctor in it', async () => {
    await share();
    await send();
    await tab.until('the fact', () => forum.facts().length === 1);
    const { id, ...fact } = forum.facts()[0] ?? {};
    expect(id).toMatch(/^[\w-]{21}$/);
    const { id: item, version } = forum.signed.record;
    expect(fact).toEqual({ fact: 'shared', item, version, depth: 1 });
    const sent = forum.requests.find(({ url }) => url === '/pq/facts');
    expect(`${sent?.headers.referer ?? ''} ${sent?.body}`).not.toMatch(/thread|Leeds|t1|Statins/);
  });

  it('is switched off by keyboard, and then nothing is told', async () => {
    await share();
    expect((await tab.see(tell)).checked).toBe(true);
    await tab.focusByKey(tell);
    await tab.press('Space');
    expect((await tab.see(tell)).checked).toBe(false);
    await send();
    await tab.goto(forum.show('<p>elsewhere</p>'));
    expect(forum.facts()).toEqual([]);
  });

  it('makes no fact of a post that only some can read', async () => {
    await share('', 'Consultants');
    await tab.gone(tell);
    await send();
    await tab.goto(forum.show('<p>elsewhere</p>'));
    expect(forum.facts()).toEqual([]);
  });

  it.each<[string, Answer]>([
    ['refuses it', { status: 403 }],
    ['is down', { status: 503 }],
    ['answers with a login page', { body: '<!doctype html><title>Log in</title>' }],
  ])('the share goes through when the server %s', async (_how, answer) => {
    forum.pages.set('/pq/facts', answer);
    await share();
    await send();
    await tab.until('a try', () => forum.facts().length > 0);
    expect(await wrong(tab)).toEqual([]);
  });

  it('the share goes through when the code for counting is blocked', async () => {
    await tab.goto(forum.show(shareTag(forum)));
    await tab.click(shareButton);
    await tab.see(tell);
    const chunks = forum.requests.map(({ url }) => url).filter((url) => url.startsWith('/pq/chunks/'));
    expect(chunks.length).toBeGreaterThan(1);
    for (const chunk of chunks.filter((url) => /count|browser|events/.test(url)))
      forum.pages.set(chunk, { status: 404 });
    await share();
    expect(await tab.count(tell)).toBe(0);
    await send();
    expect(forum.facts()).toEqual([]);
  });

  it('where the page asked for it, keeps a fact over a reload until the server takes it, once', async () => {
    forum.pages.set('/pq/facts', { status: 503 });
    await share('?storage=persistent');
    await send();
    await tab.until('a try', () => forum.facts().length > 0);
    forum.pages.set('/pq/facts', TAKEN);
    const before = forum.facts().length;
    await tab.goto(`${forum.show(shareTag(forum))}?storage=persistent`);
    // The queue opens with the dialog, which is what loads the code for counting.
    await tab.click(shareButton);
    await tab.until('the fact to arrive after all', () => forum.facts().length > before);
    expect(new Set(forum.facts().map(({ id }) => id)).size).toBe(1);
  });

  it('sends a fact that was made as the page was left', async () => {
    await share();
    await tab.run((_finder, next) => {
      document.addEventListener('pq-shared', () => void (location.href = next), { once: true });
    }, `${forum.origin}/pq/left`);
    forum.pages.set('/pq/left', { body: '<!doctype html><title>Left</title><h1>Left</h1>' });
    await tab.click(post);
    await tab.see({ role: 'heading', name: 'Left' });
    await tab.until('the fact', () => forum.facts().length >= 1);
    expect(new Set(forum.facts().map(({ id }) => id)).size).toBe(1);
  });
});
