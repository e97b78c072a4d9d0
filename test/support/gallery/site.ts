import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { FOLDER_PATH, recordPath, STATUS_PATH, type ItemState, type PublisherFolder } from '@pullquote/record';
import { page, startCommunitySite, storedPost, type CommunitySite } from '../community-site.js';
import { createTestPublisher } from '../publisher.js';
import { ARTICLE } from '../quote-page.js';
import { FAR, ISSUED, ITEMS, type GalleryItem } from './items.js';

/** Fonts that .ci/run installs, so that pictures of two machines can be compared. */
const STYLE = `:root { color-scheme: light dark; --pq-quote-font: 'DejaVu Serif', 'Noto Naskh Arabic', serif }
  body { margin: 1rem; font: 1rem/1.5 'DejaVu Sans', 'Noto Sans Arabic', sans-serif; background: light-dark(#fff, #121212); color: light-dark(#111, #eee) }
  main { max-inline-size: 42rem; margin-inline: auto }
  a { color: light-dark(#00c, #9cf) }`;

/** The host page: how it answers a share stands in its own address. */
const HOST = `import { connect } from '/pq/pullquote.js';
const how = new URLSearchParams(location.search).get('host');
connect({ room: { specialty: 'cardiology' }, storage: 'memory', destinations: () => [
  { id: 't1', label: 'Statins and macrolides', visibility: 'members' },
  { id: 't2', label: 'Consultants only', visibility: 'restricted' },
  { id: 't3', label: 'Dr Hannah Weiss', kind: 'direct-message', visibility: 'members' },
] });
document.addEventListener('pq-share', (event) => {
  if (how === 'fails') event.respondWith(Promise.reject(new Error('The server is down.')));
  else event.respondWith(Promise.resolve({ ...event.destination, url: '/threads/1#post-2' }));
});`;

export interface Gallery {
  readonly site: CommunitySite;
  /** Opens a page of the gallery: `cards`, `share`, `refused`, `quote`, or the publisher's own page. */
  open(browser: Browser, name: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Everything that the elements can show, on a few pages, from real bytes. */
export async function startGallery(): Promise<Gallery> {
  const publisher = await createTestPublisher();
  const stranger = await createTestPublisher('https://stranger.example', 'Stranger');
  const site = await startCommunitySite([publisher]);
  Object.assign(site.file, { readers: 'mixed', count: 'shares' });
  const { reuse } = await publisher.record();
  const states: [number, ItemState][] = [];

  async function hold(item: GalleryItem, idx: number) {
    const by = item.foreign ? stranger : publisher;
    const open = { reuse: { ...reuse, requireVerifiedHcp: item.id === 'gate' }, iat: ISSUED, exp: FAR };
    const own = {
      ...open,
      id: `urn:pullquote:test:${item.id}`,
      canonicalUrl: `${by.origin}/${item.id}`,
      status: { uri: publisher.statusUri, idx },
    };
    const signed = await by.sign({ ...own, ...item.record });
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    if (item.listed) states.push([idx, item.listed]);
    if (item.newer) {
      const next = { title: 'Atorvastatin: drug interactions, second edition', datePrepared: '2026-02-03' };
      const status = { uri: publisher.statusUri, idx: 100 + idx };
      const newer = await by.sign({ ...own, ...next, ...item.newer, status });
      site.hold(newer.digest, newer.jws, newer.record.canonicalUrl);
      site.pages.set(`/pq/records/${signed.digest}`, { type: 'application/jose', body: signed.jws });
    }
    await item.spoil?.(site, signed, publisher);
    const post = storedPost(signed.record, signed.link);
    const typed = item.typed === undefined ? post : post.replace('</blockquote>', `<p>${item.typed}</p></blockquote>`);
    return { item, signed, post: typed };
  }
  const held = await Promise.all(ITEMS.map((item, n) => hold(item, n + 1)));
  site.holdStatus(publisher.statusUri, await publisher.statusList(states));
  const one = (id: string) => {
    const found = held.find(({ item }) => item.id === id);
    if (!found) throw new Error(`The gallery holds no item ${id}.`);
    return found.signed;
  };
  const verified = one('verified').record.canonicalUrl;

  site.pages.set('/gallery.css', { type: 'text/css', body: STYLE });
  site.pages.set('/gallery.js', { type: 'text/javascript', body: HOST });
  site.pages.set('/pq/facts', {
    status: 202,
    type: 'application/json',
    body: '{"accepted":1,"duplicates":0,"refused":[]}',
  });
  const show = (name: string, body: string) =>
    site.pages.set(`/${name}`, {
      body: page(`<main><h1>${name}</h1>${body}</main>`, {
        head: '<link rel="stylesheet" href="/gallery.css"><script type="module" src="/gallery.js"></script>',
      }),
    });
  const scene = (id: string, body: string) => `<section id="${id}"><h2>${id}</h2>${body}</section>`;
  show(
    'cards',
    [
      ...held.map(({ item, post }) => scene(item.id, `<div data-post>${post}</div>`)),
      scene('label', `<pq-label item="${one('verified').link}"></pq-label>`),
      scene('label-full', `<pq-label view="full" item="${one('heavy').link}"></pq-label>`),
      scene('ledger-empty', '<pq-ledger></pq-ledger>'),
    ].join(''),
  );
  show('share', `<pq-share item="${verified}"></pq-share>${scene('ledger', '<pq-ledger></pq-ledger>')}`);
  show('refused', `<pq-share item="${one('withdrawn').record.canonicalUrl}"></pq-share>`);
  show('quote', `<pq-quote item="${verified}">${ARTICLE}</pq-quote>`);

  const { id, version, canonicalUrl: url } = one('verified').record;
  const digest = one('verified').digest;
  const folder: PublisherFolder = {
    schema: 'pullquote-publisher/1',
    ...publisher.listed,
    status: publisher.statusUri,
    communities: [{ name: 'Grand Round', share: 'https://grand-round.example/pq/share' }],
    catalogue: [{ id, version, url, digest }],
  };
  site.pages.set(FOLDER_PATH, { type: 'application/json', body: JSON.stringify(folder) });
  site.pages.set(recordPath(digest), { type: 'application/jose', body: one('verified').jws });
  site.pages.set(STATUS_PATH, {
    type: 'application/statuslist+jwt',
    body: await publisher.statusList(states),
  });
  const own = `<main><h1>Atorvastatin</h1><pq-share item="${url}"></pq-share></main>`;
  site.pages.set('/verified', {
    body: page(own, { head: '<link rel="stylesheet" href="/gallery.css">' }).replace(
      'href="/pq/community.json"',
      `href="${FOLDER_PATH}"`,
    ),
  });

  return {
    site,
    async open(browser, name, options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      // The publisher's page must have the publisher's real address, which is nobody's on this machine.
      await context.route(`${publisher.origin}/**`, async (route) =>
        route.fulfill({
          response: await route.fetch({ url: route.request().url().replace(publisher.origin, site.origin) }),
        }),
      );
      const tab = await context.newPage();
      await tab.goto(name === 'publisher' ? url : `${site.origin}/${name}`);
      return tab;
    },
    close: () => site.close(),
  };
}
