import { afterEach, expect, it } from 'vitest';
import type { PqCard } from '@pullquote/elements';
import { ENGLISH, STATE } from '@pullquote/record';
import { CARD_STATES, type Spoil } from '../../support/card-states.js';
import { inEveryEngine } from '../../support/engines/in-every-engine.js';
import { now } from '../../support/publisher.js';
import { contacted, startForum, wrong, type Forum } from './forum.js';
import { card, cardIn, details, detailsButton, source, state } from './parts.js';

const EXCERPT = 'The risk of myopathy';

inEveryEngine('a card', (open) => {
  let forum: Forum;
  afterEach(() => forum.close());

  async function thread(record = {}, spoil?: Spoil) {
    forum = await startForum(record, spoil);
    const tab = await open();
    await tab.goto(forum.show(forum.post));
    await tab.until('a verdict', () =>
      tab.run(() => document.querySelector<PqCard>('pq-card')?.verdict?.state !== undefined),
    );
    await tab.see(state);
    return tab;
  }

  it('takes the place of a stored post: the label first, then the passage, and the stored text gone', async () => {
    const tab = await thread();
    await tab.see(cardIn('verified'));
    const first = await tab.text(state);
    expect(first).toContain(ENGLISH.state.verified);
    expect(first).toContain('Parke-Davis / Pfizer');
    expect(await tab.text(source)).toContain('Parke-Davis Div of Pfizer Inc');
    const words = await tab.text(card);
    expect(words.startsWith(first)).toBe(true);
    expect(words.indexOf(await tab.text(source))).toBeLessThan(words.indexOf(EXCERPT));
    expect(words).toContain(EXCERPT);
    expect(words).not.toContain(ENGLISH.state['as-stated']);
  });

  it('tells nobody but its own community that somebody looked', async () => {
    const tab = await thread();
    expect(await contacted(tab)).toEqual([forum.origin]);
  });

  it.each(CARD_STATES)('$state: $how', async ({ state: name, record, spoil }) => {
    const tab = await thread(record?.(), spoil);
    const words = await tab.text(card);
    expect(await tab.run(() => document.querySelector<PqCard>('pq-card')?.verdict?.state)).toBe(name);
    expect(await tab.count(cardIn(name))).toBe(1);
    expect(words.includes(ENGLISH.state.verified)).toBe(name === 'verified');
    const { content } = STATE[name as keyof typeof STATE];
    // A post keeps its own words where nothing signed can stand in their place; they are then said to be the post's.
    if (words.includes(EXCERPT) && !content) expect(words).toContain(ENGLISH.state['as-stated']);
    expect(words.includes(EXCERPT) || !content).toBe(true);
    expect(words).not.toMatch(/Something better|Another title/);
    expect([await wrong(tab), forum.reports()]).toEqual([[], []]);
  });

  it('opens and closes its details by click and by keyboard', async () => {
    const tab = await thread();
    expect(await tab.count(details)).toBe(0);
    await tab.click(detailsButton);
    expect(await tab.text(details)).toContain('LIPITOR prescribing information, section 7.');
    await tab.press('Enter');
    await tab.gone(details);
    await tab.press('Space');
    expect((await tab.text(details)).split('\n').length).toBeGreaterThan(2);
    expect(await tab.count({ ...detailsButton, css: '[data-do=details][aria-expanded=true]' })).toBe(1);
  });

  it('learns of a recall that comes while the page stays open', async () => {
    const tab = await thread({}, async (site, _held, publisher) =>
      // Looked at anew three times in its lifetime: every five seconds.
      site.holdStatus(publisher.statusUri, await publisher.statusList([], { iat: now() - 2, exp: now() + 13 })),
    );
    await tab.see(cardIn('verified'));
    forum.holdStatus(forum.publisher.statusUri, await forum.publisher.statusList([[7, 'withdrawn']], { iat: now() }));
    await tab.see(cardIn('withdrawn'));
    const words = await tab.text(card);
    expect(words).toContain(ENGLISH.state.withdrawn);
    expect(words).not.toContain(EXCERPT);
    expect(await wrong(tab)).toEqual([]);
  });
});
