import type { ContentRecord } from '@pullquote/record';
import type { Spoil } from '../../support/card-states.js';
import { page, startCommunitySite, storedPost, type CommunitySite } from '../../support/community-site.js';
import type { Tab } from '../../support/engines/tab.js';
import { createTestPublisher, type TestPublisher } from '../../support/publisher.js';
import { STRICT_CSP } from '../../support/site.js';

export type Signed = Awaited<ReturnType<TestPublisher['sign']>>;

/** A community's forum with one item that stands. Everything that its pages were refused is told to the server, and kept. */
export interface Forum extends CommunitySite {
  readonly publisher: TestPublisher;
  readonly signed: Signed;
  /** The item's share as the forum stores it. */
  readonly post: string;
  /** Puts a page up. → its address */
  show(body: string, options?: { head?: string; csp?: string; script?: boolean }): string;
  /** Facts that arrived. */
  facts(): Record<string, unknown>[];
  /** Content security policy reports that arrived. */
  reports(): string[];
}

/** Keeps what goes wrong in the page, from before our code runs. */
const WATCH = `globalThis.wrong = [];
addEventListener('error', (event) => wrong.push(event.message ?? 'a resource failed'));
addEventListener('unhandledrejection', (event) => wrong.push(String(event.reason)));
document.addEventListener('securitypolicyviolation', (event) => wrong.push(event.violatedDirective + ' ' + event.blockedURI));`;

/** The host page of share.test.ts's community: how it answers stands in the page's own address. */
const HOST = `import { connect } from '/pq/pullquote.js';
const asked = new URLSearchParams(location.search);
connect({
  room: { specialty: 'cardiology' },
  storage: asked.get('storage') ?? 'memory',
  login: 'a-random-name',
  destinations: (words) => [
    { id: 't1', label: 'Statins and macrolides', visibility: 'members' },
    { id: 't2', label: 'Consultants only', visibility: 'restricted' },
    { id: 't3', label: 'Lipid clinic', visibility: 'members' },
  ].filter(({ label }) => label.toLowerCase().includes(words.toLowerCase())),
});
globalThis.posts = [];
document.addEventListener('pq-share', (event) => {
  const { item, depth, excerpt, comment, destination } = event;
  switch (asked.get('host')) {
    case 'silent': return;
    case 'deny': return event.deny('This discussion is closed.');
    case 'fails': return event.respondWith(Promise.reject(new Error('The server is down.')));
  }
  posts.push({ html: event.compose('html'), text: event.compose('text'), item, depth, excerpt, comment, to: destination.id });
  event.respondWith(Promise.resolve(destination));
});`;

export async function startForum(record: Partial<ContentRecord> = {}, spoil?: Spoil): Promise<Forum> {
  const publisher = await createTestPublisher();
  const signed = await publisher.sign(record);
  const site = await startCommunitySite([publisher], `${STRICT_CSP}; report-uri /csp`);
  site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
  site.holdStatus(publisher.statusUri, await publisher.statusList());
  await spoil?.(site, signed, publisher);
  site.pages.set('/watch.js', { type: 'text/javascript', body: WATCH });
  site.pages.set('/host.js', { type: 'text/javascript', body: HOST });
  site.pages.set('/csp', { status: 204 });
  // No browser's own wishes are our page's fault.
  site.pages.set('/favicon.ico', { status: 204 });
  return {
    ...site,
    publisher,
    signed,
    post: `<article>${storedPost(signed.record, signed.link)}</article>`,
    show(body, { head = '', csp, script } = {}) {
      site.pages.set('/thread', {
        body: page(body, {
          head: `<script src="/watch.js"></script><script type="module" src="/host.js"></script>${head}`,
          ...(script === undefined ? {} : { script }),
        }),
        ...(csp === undefined ? {} : { headers: { 'content-security-policy': csp } }),
      });
      return `${site.origin}/thread`;
    },
    facts: () =>
      site.requests
        .filter(({ url }) => url === '/pq/facts')
        .flatMap(({ body }) => JSON.parse(body) as Record<string, unknown>[]),
    reports: () => site.requests.filter(({ url }) => url === '/csp').map(({ body }) => body),
  };
}

/** The `<pq-share>` of the forum's item, with its fallback. */
export const shareTag = ({ signed }: Forum): string =>
  `<pq-share item="${signed.record.canonicalUrl}"><a href="${signed.record.canonicalUrl}">Lipitor</a></pq-share>`;

/** What went wrong in the page: uncaught errors, and what its policy refused. */
export const wrong = (tab: Tab): Promise<string[]> =>
  tab.run(() => (globalThis as unknown as { wrong: string[] }).wrong);

export interface Posted {
  readonly html: string;
  readonly text: string;
  readonly item: string;
  readonly depth: number;
  readonly excerpt?: string;
  readonly comment: string;
  readonly to: string;
}

/** What the host page was asked to post. */
export const posted = (tab: Tab): Promise<Posted[]> =>
  tab.run(() => (globalThis as unknown as { posts: Posted[] }).posts);

/** Origins that the page asked for anything. */
export const contacted = (tab: Tab): Promise<string[]> =>
  tab.run(() => [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin))]);
