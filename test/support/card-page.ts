import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type {} from '@pullquote/elements';
import { page, startCommunitySite, storedPost, type CommunitySite } from './community-site.js';
import type { TestPublisher } from './publisher.js';

type Signed = Awaited<ReturnType<TestPublisher['sign']>>;

export interface CardPage {
  readonly site: CommunitySite;
  readonly tab: Page;
  readonly card: Locator;
  /** Requests to other sites, as the browser meant to send them. */
  readonly foreign: string[];
  close(): Promise<void>;
}

export interface CardOptions {
  readonly csp?: string;
  readonly context?: BrowserContextOptions;
  /** Markup in the head of the page. */
  readonly head?: string;
  /** Changes what the site answers, before the page opens. */
  readonly prepare?: (site: CommunitySite, signed: Signed) => Promise<void> | void;
  readonly html?: string;
}

/** One post of one item in a real thread, held by a real community site, opened until its card has a verdict. */
export async function openCard(
  browser: Browser,
  publisher: TestPublisher,
  signed: Signed,
  { csp, context, head = '', prepare, html = 'lang="en"' }: CardOptions = {},
): Promise<CardPage> {
  const site = await startCommunitySite([publisher], csp);
  site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
  site.holdStatus(publisher.statusUri, await publisher.statusList());
  await prepare?.(site, signed);
  const body = page(`<article>${storedPost(signed.record, signed.link)}</article>`, { head });
  site.pages.set('/thread', { body: body.replace('lang="en"', html) });
  const visit = await browser.newContext(context);
  const tab = await visit.newPage();
  const foreign: string[] = [];
  tab.on('request', (request) => new URL(request.url()).origin === site.origin || foreign.push(request.url()));
  await tab.goto(`${site.origin}/thread`);
  await tab.waitForFunction(() => document.querySelector('pq-card')?.verdict !== undefined);
  const close = async () => {
    await visit.close();
    await site.close();
  };
  return { site, tab, card: tab.locator('pq-card'), foreign, close };
}
