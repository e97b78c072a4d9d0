import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseLink } from '@pullquote/record';
import { inEveryEngine } from '../../support/engines/in-every-engine.js';
import type { Tab } from '../../support/engines/tab.js';
import { posted, shareTag, startForum, wrong, type Forum } from './forum.js';
import {
  alert,
  cardIn,
  close,
  comment,
  copyLink,
  moreWays,
  destination,
  dialog,
  excerpt,
  post,
  reshare,
  search,
  shareButton,
  status,
  textToCopy,
  waySays,
} from './parts.js';

const WORDS = 'Worth <b>reading</b>, naïve or not.';

inEveryEngine('sharing', (open, engine) => {
  let forum: Forum;
  let tab: Tab;
  beforeEach(async () => {
    forum = await startForum();
    tab = await open();
  });
  afterEach(async () => {
    expect([await wrong(tab), forum.reports()]).toEqual([[], []]);
    await forum.close();
  });

  const start = async (host = '', head = '') => {
    await tab.goto(`${forum.show(shareTag(forum), { head })}?host=${host}`);
    await tab.see(shareButton);
  };
  /** Opened, a discussion chosen and something written, all with the mouse. */
  const draft = async (host = '', head = '') => {
    await start(host, head);
    await tab.click(shareButton);
    await tab.click({ ...destination, name: 'Statins' });
    await tab.click(comment);
    await tab.type(WORDS);
  };

  it('by mouse: discussion, words, passage, post; what is posted keeps them apart', async () => {
    await draft();
    await tab.click({ ...excerpt, name: 'myopathy' });
    await tab.click(post);
    await tab.until('the post', async () => (await posted(tab)).length === 1);
    expect(await tab.text(status)).toContain('Statins and macrolides');
    const [made] = await posted(tab);
    expect(made?.to).toBe('t1');
    expect(made?.comment).toBe(WORDS);
    expect(made?.html).toMatch(/^<p>Worth &#60;b&#62;reading&#60;\/b&#62;, naïve or not\.<\/p>\n<blockquote>/);
    const link = /href="([^"]*(?:#|&#35;)pq=[^"]*)"/.exec(made?.html ?? '')?.[1]?.replace('&#35;', '#') ?? '';
    expect(parseLink(link)).toMatchObject({ digest: forum.signed.digest, excerpt: 'e1', depth: 1 });
  });

  it('in three clicks', async () => {
    await start();
    await tab.click(shareButton);
    await tab.click({ ...destination, name: 'Lipid' });
    await tab.click(post);
    await tab.until('the post', async () => (await posted(tab))[0]?.to === 't3');
  });

  it('by keyboard alone, and the focus comes back to the button', async () => {
    await start();
    await tab.focusByKey(shareButton);
    await tab.press('Enter');
    await tab.see(destination);
    await tab.focusByKey(comment);
    await tab.type(WORDS);
    await tab.focusByKey(search);
    await tab.type('lipid');
    await tab.until('one discussion', async () => (await tab.count(destination)) === 1);
    await tab.focusByKey(destination);
    await tab.press('Space');
    expect((await tab.see(destination)).checked).toBe(true);
    await tab.focusByKey({ ...excerpt, nth: 0 });
    await tab.press('ArrowDown');
    await tab.until('the passage chosen', async () => (await tab.see({ ...excerpt, nth: 1 })).checked === true);
    await tab.focusByKey(post);
    await tab.press('Enter');
    await tab.until('the post', async () => (await posted(tab)).length === 1);
    expect((await posted(tab))[0]).toMatchObject({ to: 't3', comment: WORDS, excerpt: 'e1' });
    await tab.press('Escape');
    await tab.gone(dialog);
    expect((await tab.see(shareButton)).focused).toBe(true);
  });

  it('keeps the keyboard inside the dialog, both ways round', async () => {
    await start();
    await tab.click(shareButton);
    await tab.see(destination);
    for (const key of ['Tab', 'Shift+Tab'] as const)
      for (let presses = 0; presses < 25; presses++) {
        await tab.press(key);
        const inside = await tab.run(({ focused, all, parentOf }) => {
          const box = all({ role: 'dialog' })[0];
          const active = focused();
          for (let node: Node | null = active; node; node = parentOf(node)) if (node === box) return true;
          // On its way round the focus may stand on the browser's own buttons, and then on nothing in the page.
          return active === null || active === document.body || active.localName === 'pq-share-dialog';
        });
        expect(inside, await tab.focus()).toBe(true);
      }
  });

  it('a discussion that only some can read is said to be so', async () => {
    await start();
    await tab.click(shareButton);
    await tab.see(destination);
    const [members = '', restricted = ''] = await tab.names(destination);
    expect(members.replace('Statins and macrolides', '')).not.toBe(restricted.replace('Consultants only', ''));
  });

  it.each([['fails'], ['deny'], ['silent']])('when the host %s, says so and keeps every word', async (host) => {
    await draft(host);
    await tab.click(post);
    expect(await tab.text(alert)).toContain(
      { fails: 'The server is down.', deny: 'This discussion is closed.' }[host] ?? '',
    );
    expect((await tab.see(comment)).value).toBe(WORDS);
    expect((await tab.see({ ...destination, name: 'Statins' })).checked).toBe(true);
    expect((await tab.see(post)).disabled).toBe(false);
    expect(await posted(tab)).toEqual([]);
  });

  it('keeps the draft when the dialog is closed, by its button or by Escape', async () => {
    await draft();
    await tab.click(close);
    await tab.gone(dialog);
    expect((await tab.see(shareButton)).focused).toBe(true);
    await tab.press('Enter');
    expect((await tab.see(comment)).value).toBe(WORDS);
    await tab.press('Escape');
    await tab.gone(dialog);
    await tab.click(shareButton);
    expect((await tab.see(comment)).value).toBe(WORDS);
  });

  it('refuses what was withdrawn while the dialog stood open, and keeps the words', async () => {
    await draft();
    forum.holdStatus(forum.publisher.statusUri, await forum.publisher.statusList([[7, 'withdrawn']]));
    await tab.click(post);
    await tab.see(alert);
    expect(await posted(tab)).toEqual([]);
    expect(await tab.count(post)).toBe(0);
  });

  it('copies the link, and what was copied can be pasted', async () => {
    await draft();
    await tab.click(moreWays);
    await tab.click(copyLink);
    await tab.until('a word about it', async () => (await tab.text(waySays)) !== '');
    expect(await tab.count(textToCopy)).toBe(0);
    await tab.click(comment);
    await tab.press('Control+v');
    await tab.until('the link', async () => ((await tab.see(comment)).value ?? '').includes('#pq=v1;h='));
    expect((await tab.see(comment)).value).toContain(forum.signed.digest);
  });

  it('shows the text to copy where the browser has no clipboard', async () => {
    forum.pages.set('/without.js', {
      type: 'text/javascript',
      body: "Object.defineProperty(navigator, 'clipboard', { value: undefined });",
    });
    await draft('', '<script src="/without.js"></script>');
    await tab.click(moreWays);
    await tab.click(copyLink);
    expect((await tab.see(textToCopy)).value).toContain(forum.signed.digest);
    expect((await tab.see(comment)).value).toBe(WORDS);
  });

  it('reshares from a card, one level deeper', async () => {
    await tab.goto(forum.show(forum.post));
    await tab.see(cardIn('verified'));
    await tab.click(reshare);
    await tab.click({ ...destination, name: 'Statins' });
    await tab.click(post);
    await tab.until('the post', async () => (await posted(tab))[0]?.depth === 2);
  });

  // MiniBrowser's toolbar keeps its window from getting narrower; there the narrowest that can be had is looked at.
  const narrow = engine === 'WebKitGTK' ? 480 : 320;
  it(`fits a window of ${narrow} pixels without scrolling sideways`, async () => {
    await start();
    await tab.resize(narrow, 640);
    expect(await tab.run(() => innerWidth)).toBe(narrow);
    await tab.click(shareButton);
    await tab.see(destination);
    const [page = 0, box = 0, inner = 0] = await tab.run(({ all }, wanted) => {
      const element = all(wanted)[0];
      return [
        document.documentElement.scrollWidth - innerWidth,
        (element?.getBoundingClientRect().width ?? 0) - innerWidth,
        (element?.scrollWidth ?? 0) - (element?.clientWidth ?? 0),
      ];
    }, dialog);
    expect(Math.max(page, box, inner)).toBeLessThanOrEqual(0);
  });
});
