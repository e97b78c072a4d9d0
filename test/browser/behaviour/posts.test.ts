import { afterEach, expect, it } from 'vitest';
import { ENGLISH } from '@pullquote/record';
import { inEveryEngine } from '../../support/engines/in-every-engine.js';
import { startForum, wrong, type Forum } from './forum.js';
import { card, cardIn, detailsButton, details } from './parts.js';

inEveryEngine('posts in a page that lives', (open) => {
  let forum: Forum;
  afterEach(() => forum.close());

  it('become cards when they are added later, and only once', async () => {
    forum = await startForum();
    const tab = await open();
    await tab.goto(forum.show(`${forum.post}<main></main>`));
    await tab.see(cardIn('verified'));
    await tab.run((_finder, link) => {
      for (const words of ['first', 'second']) {
        const anchor = Object.assign(document.createElement('a'), { href: link, textContent: words });
        const paragraph = document.createElement('p');
        const article = document.createElement('article');
        paragraph.append('For the ward round, ', anchor, ' please.');
        article.append(paragraph);
        document.querySelector('main')?.append(article);
      }
    }, forum.signed.link);
    await tab.until('three cards', async () => (await tab.count(cardIn('verified'))) === 3);
    expect(await tab.text({ css: 'p', within: { css: 'main article' } })).toBe('For the ward round, first please.');
    // Cards of one record: one request for it, one check of it.
    expect(forum.requests.filter(({ url }) => url.startsWith('/pq/records/'))).toHaveLength(1);
    expect(await tab.count(card)).toBe(3);
    expect(await wrong(tab)).toEqual([]);
  });

  it('keep what they show when they are moved, removed and added again, and still answer', async () => {
    forum = await startForum();
    const tab = await open();
    await tab.goto(forum.show(`${forum.post}<main></main>`));
    await tab.see(cardIn('verified'));
    const before = await tab.text(card);
    await tab.run(async () => {
      const article = document.querySelector('article');
      if (!article) throw new Error('no post');
      document.querySelector('main')?.append(article);
      article.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.body.prepend(article);
    });
    expect(await tab.text(card)).toBe(before);
    expect(await tab.count(card)).toBe(1);
    await tab.click(detailsButton);
    expect(await tab.text(details)).toContain('section 7');
    expect(await wrong(tab)).toEqual([]);
  });

  it('break no strict policy, and the watch over it works', async () => {
    forum = await startForum();
    const tab = await open();
    await tab.goto(forum.show(forum.post));
    await tab.see(cardIn('verified'));
    expect([await wrong(tab), forum.reports()]).toEqual([[], []]);
    await tab.run(() => {
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/pixel.png';
      document.body.append(image);
    });
    await tab.until('the report of the one thing that is not ours', () => forum.reports().length === 1);
    expect(forum.reports()[0]).toContain('elsewhere.example');
  });

  it('show the whole label where scripts do not run, and call nothing verified', async () => {
    forum = await startForum();
    const tab = await open();
    // A sandbox without allow-scripts is the one way to switch scripts off that all three engines know.
    await tab.goto(forum.show(forum.post, { csp: 'sandbox' }));
    const text = await tab.text({ role: 'article' });
    const { record, link } = forum.signed;
    for (const mandatory of [
      ENGLISH.state['as-stated'],
      'Parke-Davis Div of Pfizer Inc (sponsor)',
      record.involvement['en'] ?? 'involvement',
      'LIPITOR (atorvastatin calcium)',
      record.products?.[0]?.safety?.['US'] ?? 'safety',
      `${forum.publisher.origin}/lipitor-pi`,
      record.aeReporting?.['US']?.text ?? 'reporting',
      'LIP-2014-017',
      link,
    ])
      expect(text).toContain(mandatory);
    expect(text.toLowerCase()).not.toContain('verified');
    expect(await tab.count(card)).toBe(0);
    expect(forum.requests.map(({ url }) => url)).not.toContain('/pq/community.json');
  });
});
