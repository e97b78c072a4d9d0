import type { Browser, Page } from 'playwright-core';
import type { SignedRecord, ContentRecord } from '@pullquote/record';
import { launchChromium } from '../../support/chromium.js';
import { startCommunitySite, storedPost, type CommunitySite } from '../../support/community-site.js';
import { createTestPublisher, type TestPublisher } from '../../support/publisher.js';

/** A community in a real browser, which holds one item of one publisher. */
export interface World {
  readonly browser: Browser;
  readonly publisher: TestPublisher;
  readonly site: CommunitySite;
  readonly signed: SignedRecord & { readonly record: ContentRecord; readonly link: string };
  /** A post of the item, as the forum stores it. */
  readonly post: string;
  close(): Promise<void>;
}

export async function startWorld(csp?: string): Promise<World> {
  const [browser, publisher] = await Promise.all([launchChromium(), createTestPublisher()]);
  const site = await startCommunitySite([publisher], csp);
  const signed = await publisher.sign();
  site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
  site.holdStatus(publisher.statusUri, await publisher.statusList());
  const close = async () => {
    await browser.close();
    await site.close();
  };
  return { browser, publisher, site, signed, post: storedPost(signed.record, signed.link), close };
}

/** What went wrong on a page: errors that nobody caught, and what the browser's policy refused. */
export function problemsOf(tab: Page): string[] {
  const problems: string[] = [];
  tab.on('pageerror', (error) => problems.push(error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(message.text());
  });
  return problems;
}

/** Everything that the page wrote to its console as a warning. */
export function warningsOf(tab: Page): string[] {
  const warnings: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  return warnings;
}
