import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CROWD_THRESHOLD, dayOf, dayStart, parseEvent, type CrowdFact } from '@pullquote/events';
import { startDemo, type Demo } from '../../examples/forum/src/start-demo.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { watchOutbound, type Outbound } from '../support/outbound.js';
import { startProxy, type Proxy } from '../support/proxy.js';
import { startTap, type Tap } from '../support/tap.js';
import { formsOf, numberForms, type Form } from './secrets/forms.js';
import { populateForum, signInOverHttp } from './secrets/readers.js';
import { search, type Hay } from './secrets/search.js';

// Some days ago, so that no honest time of this run can be taken for it.
const MINUTE = dayStart(dayOf(Date.now() - 9 * 86_400_000)) + (13 * 60 + 37) * 60_000 + 42_157;
const THREAD = 734_829_165;
const POST = 918_273_645;
const ADDRESS = '203.0.113.77';
const READERS = Array.from({ length: 60 }, (_, i) => ({
  id: `member-${i}-wrenfield`,
  name: `Dr Reader ${i} Wrenfield`,
}));
const DOCTOR = { id: 'member-5521-quillfeather', name: 'Dr Ottoline Quillfeather' };

/** Planted by hand; what the run itself makes, such as sessions, is added to them. */
const SECRETS = {
  name: 'Quillfeather',
  member: DOCTOR.id,
  'member, shortened': 'quillfeather-5521',
  'another member': 'wrenfield',
  colleague: 'Okafor',
  'colleague’s id': 'd-okafor',
  comment: 'COMMENT-7391 I would not give this to my own mother',
  'patient note': 'Mrs Appleyard-Tripp, born 14 March 1951, creatinine 212',
  'patient’s name': 'Appleyard-Tripp',
  'selected text': 'SELECTED-5512 the third line of the answer',
  'thread’s title': 'TITLE-8864 a case that nobody else has',
  'thread’s id': String(THREAD),
  'post’s id': String(POST),
  'thread’s path': `/threads/${THREAD}`,
  search: 'SEARCH-4471 myasthenia',
  'host’s cookie': 'COOKIE-3390-of-the-forum',
  'local storage': 'LOCAL-9917-draft',
  'session storage': 'SESSION-2280-tab',
  IndexedDB: 'INDEXED-6043-note',
  'user agent': 'QuillBrowser/77.3 (surgery tablet 12)',
  'page’s address': 'ADDRESS-1187-fragment',
  'window’s name': 'WINDOW-5570-name',
  'address of the reader': ADDRESS,
  'time of day': '13:37:42',
  minute: 'T13:37',
} as const;

/** What Chromium asks its maker whatever page it is on: about forms, a search to come, the time. Of several such lists it goes by the last. */
const OF_CHROMIUM_ITSELF = [
  'AutofillServerCommunication',
  'PreconnectToSearch',
  'AimEnabled',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'MediaRouter',
];

describe.skipIf(chromiumPath === undefined)('secrets planted wherever a doctor leaves any', () => {
  const root = mkdtempSync(join(tmpdir(), 'pullquote-secrets-'));
  const needles = new Map<string, readonly Form[]>([
    ...Object.entries(SECRETS).map(([name, secret]) => [name, formsOf(secret)] as const),
    ['the moment', numberForms('milliseconds', MINUTE)],
    ['the second', numberForms('seconds', Math.floor(MINUTE / 1_000))],
  ]);
  let outbound: Outbound;
  let tap: Tap;
  let proxy: Proxy;
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    outbound = watchOutbound();
    tap = await startTap();
    proxy = await startProxy(ADDRESS);
    demo = await startDemo({
      root,
      quiet: true,
      count: 'all',
      eventsOrigin: tap.origin,
      clock: { now: () => Date.now(), lane: () => MINUTE },
    });
    tap.to(demo.collector);
    populateForum(join(root, 'forum.db'), [DOCTOR, ...READERS], { thread: THREAD, post: POST });
    browser = await launchChromium([`--disable-features=${OF_CHROMIUM_ITSELF.join()}`]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    await proxy?.close();
    await tap?.close();
    outbound?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const plant = (name: string, secret: string) => needles.set(name, formsOf(secret));

  /** A browser that holds a secret wherever one can be held, and in which it is 13:37:42. */
  async function doctor(name: string): Promise<Page> {
    const context = await browser.newContext({
      userAgent: SECRETS['user agent'],
      proxy: { server: proxy.origin, bypass: '<-loopback>' },
    });
    await context.clock.setFixedTime(MINUTE);
    await context.addCookies([{ name: 'forum', value: SECRETS['host’s cookie'], url: demo.forum }]);
    const tab = await context.newPage();
    await tab.goto(`${demo.forum}/sign-in`);
    await tab.getByRole('button', { name }).click();
    await tab.getByText(name).first().waitFor();
    await tab.evaluate(async (secrets) => {
      localStorage.setItem('draft', secrets['local storage']);
      sessionStorage.setItem('tab', secrets['session storage']);
      window.name = secrets['window’s name'];
      const open = indexedDB.open('host', 1);
      open.onupgradeneeded = () => open.result.createObjectStore('notes');
      await new Promise((resolve) => (open.onsuccess = resolve));
      open.result.transaction('notes', 'readwrite').objectStore('notes').put(secrets.IndexedDB, 'note');
    }, SECRETS);
    for (const { value, name: cookie } of await context.cookies()) if (cookie !== 'forum') plant('session', value);
    plant('token of the forum', (await tab.locator('meta[name="csrf"]').getAttribute('content')) ?? '');
    return tab;
  }

  const dialog = (tab: Page) => tab.locator('dialog[open]');

  async function share(tab: Page, destination: RegExp | string): Promise<void> {
    await tab.goto(`${demo.forum}/library#${SECRETS['page’s address']}`);
    await tab.getByRole('button', { name: 'Share with its source' }).first().click();
    await dialog(tab).getByText('Verified source').waitFor();
    await dialog(tab).getByRole('textbox', { name: 'Your comment' }).fill(SECRETS.comment);
    await dialog(tab).getByRole('radio', { name: destination }).first().check();
    await Promise.all([tab.waitForURL(/\/threads\//), dialog(tab).getByRole('button', { name: 'Post' }).click()]);
    await tab.waitForLoadState('networkidle');
  }

  /** What a doctor does in an evening. Every page has a title, an address and a referrer that say something. */
  async function evening(tab: Page): Promise<void> {
    await tab.goto(`${demo.forum}/new`);
    await tab.getByLabel('Title').fill(SECRETS['thread’s title']);
    await tab.getByLabel('Your post').fill(`${SECRETS['patient note']}\n\n${SECRETS['selected text']}`);
    await Promise.all([
      tab.waitForURL(/\/threads\//),
      tab.getByRole('form', { name: 'Write a post' }).getByRole('button', { name: 'Post' }).click(),
    ]);
    expect(new URL(tab.url()).pathname).toBe(`/threads/${THREAD}`);
    await tab.goto(`${demo.forum}/search?q=${encodeURIComponent(SECRETS.search)}`);
    await tab.goto(`${demo.forum}/search?q=TITLE-8864`);
    await tab.getByRole('link', { name: SECRETS['thread’s title'] }).click();
    await tab.getByText(SECRETS['selected text']).selectText();
    expect(await tab.evaluate(() => [document.referrer, String(getSelection())].join())).toContain('SELECTED-5512');
  }

  /** Private acts, from the page itself: with its cookies, its referrer, its user agent and its clock. */
  async function act(tab: Page, facts: readonly object[]): Promise<void> {
    const answer = await tab.evaluate(async (facts) => {
      const response = await fetch('/pq/facts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(facts),
      });
      return (await response.json()) as unknown;
    }, facts);
    expect(answer).toMatchObject({ accepted: facts.length });
  }

  const everyFile = (folder: string): Hay[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ where: path.slice(root.length + 1), bytes: readFileSync(path) }));

  /** All that left: what went to any port but the forum's own, and to the tap. */
  const traffic = (): Hay[] => [
    { where: 'the tap', bytes: Buffer.from(tap.sent(), 'latin1') },
    ...[...outbound.sent()]
      .filter(([port]) => port !== Number(new URL(demo.forum).port) && port !== Number(new URL(proxy.origin).port))
      .map(([port, bytes]) => ({ where: `what was sent to port ${port}`, bytes })),
  ];

  it('leave in nothing, and stay in nothing that the relay keeps', async () => {
    const tab = await doctor(DOCTOR.name);
    const colleague = await doctor('Dr Amara Okafor');
    await evening(tab);
    await share(tab, new RegExp(SECRETS['thread’s title']));
    await share(colleague, /Private/);

    const item = (proxy.bodies.find(({ path }) => path === '/pq/facts')?.body ?? '').match(/urn:[!-~]+?(?=")/)?.[0];
    const facts = (codes: readonly CrowdFact[]) => codes.map((fact) => ({ id: nanoid(), fact, item, version: 1 }));
    const codes = ['viewed', 'label-expanded', 'pi-opened', 'sent-privately'] as const;
    await act(tab, facts(codes));
    await act(colleague, facts(['viewed', 'room.cardiology', 'ae-link-opened']));
    for (const { id } of READERS) {
      const reader = await signInOverHttp(demo.forum, id);
      expect(await reader.send(facts(codes))).toMatchObject({ accepted: codes.length });
    }
    const ids = proxy.bodies
      .filter(({ path }) => path === '/pq/facts')
      .flatMap(({ body }) => (JSON.parse(body) as { id: string }[]).map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(codes.length + 3); // Two shares' as well.

    // While the week is open, the relay knows doctors by tags alone.
    const community = join(root, 'community');
    expect(everyFile(community).map(({ where }) => where)).toContain('community/week-key');
    expect(search(everyFile(community), needles)).toEqual([]);

    await demo.closeDay();
    await demo.closeWeek();
    const bodies = tap.sent().match(/\[\{"specversion".*?\}\]/g) ?? [];
    const events = bodies.flatMap((body) => (JSON.parse(body) as unknown[]).map(parseEvent));
    expect(events.filter(({ type }) => type === 'org.pullquote.shared.v1')).toHaveLength(1);
    const figures = events.flatMap((event) => (event.type === 'org.pullquote.crowd.v1' ? [event.data] : []));
    // 61 doctors in four cells each, and one in three more: far above the threshold, and far below.
    expect(figures.map(({ fact }) => fact).sort()).toEqual([...codes].sort());
    for (const { figure } of figures) expect(figure).toBeGreaterThan(CROWD_THRESHOLD);

    expect(everyFile(community).map(({ where }) => where)).toContain('community/community.sqlite-wal');
    expect(search(everyFile(community), needles)).toEqual([]);
    // Nor does the publisher hold them, or its collector; and a fact's own id stays in the community.
    expect(search(traffic(), new Map([...needles, ...ids.map((id) => [`fact ${id}`, formsOf(id)] as const)]))).toEqual(
      [],
    );
    expect(search(everyFile(join(root, 'publisher')), needles)).toEqual([]);
    expect([...proxy.asked]).toEqual([demo.forum]);

    // The search sees: the forum's own database, and the browser's own requests, are full of them.
    const forum = [
      ...everyFile(root).filter(({ where }) => /^forum\.db/.test(where)),
      { where: 'requests', bytes: outbound.sent().get(Number(new URL(demo.forum).port)) ?? Buffer.alloc(0) },
    ];
    const seen = search(forum, needles).join('\n');
    for (const name of [
      'name',
      'member',
      'comment',
      'patient note',
      'selected text',
      'thread’s title',
      'search',
      'host’s cookie',
      'user agent',
      'address of the reader',
      'session',
    ])
      expect(seen).toContain(`${name} (`);
    expect(
      traffic()
        .map(({ bytes }) => String(bytes))
        .join(),
    ).toContain('GET /.well-known/pullquote.json');
  }, 180_000);
});
