import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { ENGLISH } from '@pullquote/record';
import { CARD_STATES } from '../../support/card-states.js';
import { chromiumPath, launchChromium } from '../../support/chromium.js';
import { accessibilityTree, spoken, withRole, type AxNode } from '../../support/engines/tree.js';
import { shareTag, startForum, type Forum } from './forum.js';

const LINKS = ['Prescribing information', 'Report an adverse event', 'Open at source'];
const SOURCE = 'Source and company involvement';

/** Names, roles and states as Chromium hands them to assistive technology; no role or name is computed by the test. */
describe.skipIf(chromiumPath === undefined)('the accessibility tree', () => {
  let browser: Browser;
  let forum: Forum;
  let tab: Page;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await tab.close();
    await forum.close();
  });

  async function show(body: (forum: Forum) => string, ...of: Parameters<typeof startForum>): Promise<void> {
    forum = await startForum(...of);
    tab = await browser.newPage();
    await tab.goto(forum.show(body(forum)));
  }
  const one = (node: AxNode, role: string, name: string): AxNode => {
    const found = withRole(node, role).filter((each) => each.name === name);
    expect(found, `${role} “${name}” among ${withRole(node, role).map((each) => each.name)}`).toHaveLength(1);
    return found[0] as AxNode;
  };
  /** A heading names the item, and each of its three ways out says where it leads. */
  function expectLabel(label: AxNode): void {
    const title = 'Atorvastatin: drug interactions at a glance';
    expect(one(label, 'heading', title).states['level']).toBe(3);
    const ways = withRole(label, 'link').map((link) => link.name);
    for (const name of LINKS)
      expect(
        ways.filter((way) => new RegExp(`^${name} (publisher\\.example|www\\.fda\\.gov)$`).test(way)),
      ).toHaveLength(1);
  }

  it('names a card, says its state first, then heading, links and buttons', async () => {
    await show(({ post }) => post);
    await tab.locator('pq-card:state(verified)').waitFor();
    const card = one(await accessibilityTree(tab), 'article', SOURCE);
    expect(spoken(card).startsWith(ENGLISH.state.verified)).toBe(true);
    expectLabel(card);
    expect(one(card, 'button', 'Details').states['expanded']).toBe(false);
    expect(withRole(card, 'button')).toHaveLength(2);
    expect(withRole(card, 'image')).toEqual([]);
    await tab.locator('pq-card [data-do=details]').click();
    await tab.locator('pq-card [data-do=details][aria-expanded=true]').waitFor();
    const open = one(await accessibilityTree(tab), 'article', SOURCE);
    expect(withRole(open, 'button').some(({ states }) => states['expanded'] === true)).toBe(true);
  });

  it.each(CARD_STATES)('$state ($how) is the first thing that is read of a card', async ({ state, record, spoil }) => {
    await show(({ post }) => post, record?.(), spoil);
    await tab.locator(`pq-card:state(${state})`).waitFor();
    const card = one(await accessibilityTree(tab), 'article', SOURCE);
    const first = withRole(card, 'strong')[0];
    expect(first && spoken(card).startsWith(spoken(first))).toBe(true);
    expect(spoken(card).includes(ENGLISH.state.verified)).toBe(state === 'verified');
    const words =
      state === 'altered' ? /changed|not what/i : new RegExp(ENGLISH.state[state as keyof typeof ENGLISH.state]);
    expect(first && spoken(first)).toMatch(words);
  });

  it('names a label as it names a card', async () => {
    await show(({ signed }) => `<pq-label item="${signed.link}"></pq-label>`);
    await tab.locator('pq-label:state(verified)').waitFor();
    const label = one(await accessibilityTree(tab), 'article', SOURCE);
    expect(spoken(label).startsWith(ENGLISH.state.verified)).toBe(true);
    expectLabel(label);
  });

  describe('of the share dialog', () => {
    const open = async (query = '') => {
      forum = await startForum();
      forum.pages.set('/pq/community.json', {
        type: 'application/json',
        body: JSON.stringify({ ...forum.file, count: 'shares' }),
      });
      tab = await browser.newPage();
      await tab.goto(`${forum.show(shareTag(forum))}${query}`);
      const before = await accessibilityTree(tab);
      expect(withRole(before, 'button').map(({ states }) => states['hasPopup'])).toEqual(['dialog']);
      await tab.locator('pq-share [part=button]').click();
      await tab.locator('dialog [name=destination]').first().waitFor();
    };
    const dialog = async () => {
      const [found, ...more] = withRole(await accessibilityTree(tab), 'dialog');
      if (!found) throw new Error('No dialog is in the tree.');
      expect(more).toEqual([]);
      return found;
    };

    it('is modal, named by its heading, and has the source before anything to fill in', async () => {
      await open();
      const box = await dialog();
      expect(box.states['modal']).toBe(true);
      expect(one(box, 'heading', box.name).states['level']).toBe(2);
      expect(spoken(one(box, 'region', SOURCE)).startsWith(ENGLISH.state.verified)).toBe(true);
      expect(spoken(box).indexOf(ENGLISH.state.verified)).toBeLessThan(spoken(box).indexOf('Statins and macrolides'));
      // Nothing behind a modal dialog is left in the tree.
      expect(withRole(await accessibilityTree(tab), 'button').every(({ states }) => !states['hasPopup'])).toBe(true);
    });

    it('has named groups of radios, a named and described text box, a switch and named buttons', async () => {
      await open();
      const box = await dialog();
      const groups = withRole(box, 'group').filter((group) => withRole(group, 'radio').length > 0);
      expect(groups.map((group) => withRole(group, 'radio').length)).toEqual([3, 2, 3]);
      expect(groups.every(({ name }) => name !== '')).toBe(true);
      const radios = withRole(box, 'radio');
      expect(new Set(radios.map(({ name }) => name)).size).toBe(radios.length);
      // No excerpt, and nothing said of a tie.
      expect(radios.filter(({ states }) => states['checked'] === 'true')).toHaveLength(2);
      expect(withRole(box, 'searchbox').map(({ name }) => name)).not.toContain('');
      const [comment] = withRole(box, 'textbox');
      // Read as a name it is two words; what helps is read after it, once.
      expect(comment?.name.split(' ').length).toBeLessThan(4);
      expect(comment?.description).toContain('identifies a patient');
      const [tell] = withRole(box, 'switch');
      expect([tell?.name !== '', tell?.states['checked']]).toEqual([true, 'true']);
      expect(withRole(box, 'button').filter(({ name }) => name === '')).toEqual([]);
      await tab.locator('dialog [role=switch]').click();
      expect(withRole(await dialog(), 'switch')[0]?.states['checked']).toBe('false');
    });

    it('speaks a failure as an alert, and a success politely', async () => {
      await open('?host=fails');
      await tab.locator('dialog [name=destination]').first().check();
      await tab.locator('dialog [type=submit]').click();
      await tab.locator('dialog [role=alert]').waitFor();
      const [alert] = withRole(await dialog(), 'alert');
      expect(alert && spoken(alert)).toContain('The server is down.');
      expect(alert?.states['live']).toBe('assertive');
      await tab.close();
      await forum.close();
      await open();
      await tab.locator('dialog [name=destination]').first().check();
      await tab.locator('dialog [type=submit]').click();
      await tab.locator('dialog [role=status]').filter({ hasText: 'Statins' }).waitFor();
      const told = withRole(await dialog(), 'status').find((status) => spoken(status).includes('Statins'));
      expect(told?.states['live']).toBe('polite');
    });
  });
});
