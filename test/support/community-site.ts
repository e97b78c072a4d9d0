import {
  compactLabel,
  generateKey,
  parseLink,
  publicKey,
  renderMarker,
  type CommunityFile,
  type ContentRecord,
} from '@pullquote/record';
import { startSite, type Site } from './site.js';
import type { TestPublisher } from './publisher.js';

export interface CommunitySite extends Site {
  readonly file: CommunityFile;
  /** Serves a record and its status list as a community's server does. */
  hold(digest: string, jws: string, url: string): void;
  holdStatus(uri: string, token: string): void;
}

/** A community's pages with its /pq/ paths as plain bytes, so that a test can alter every one of them. */
export async function startCommunitySite(publishers: readonly TestPublisher[], csp?: string): Promise<CommunitySite> {
  const site = await startSite(csp);
  const file: CommunityFile = {
    schema: 'pullquote-community/1',
    id: site.origin,
    name: 'Grand Round',
    country: 'US',
    readers: 'verified-hcp',
    jwks: { keys: [publicKey(await generateKey())] },
    count: 'none',
    publishers: publishers.map(({ listed }) => listed),
  };
  site.pages.set('/pq/community.json', () => ({ type: 'application/json', body: JSON.stringify(file) }));
  return {
    ...site,
    file,
    hold(digest, jws, url) {
      const answer = { type: 'application/jose', body: jws };
      site.pages.set(`/pq/records/${digest}`, answer);
      site.pages.set(`/pq/record?url=${encodeURIComponent(url)}`, answer);
    },
    holdStatus(uri, token) {
      site.pages.set(`/pq/status?uri=${encodeURIComponent(uri)}`, { type: 'application/statuslist+jwt', body: token });
    },
  };
}

/** The stored post that a share of this record leaves in a forum. */
export function storedPost(record: ContentRecord, link: string): string {
  const label = compactLabel(record, { state: 'as-stated', country: 'US', excerpt: parseLink(link).excerpt });
  return renderMarker(label, parseLink(link));
}

export function page(body: string, { script = true, head = '' } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Thread</title><meta name="viewport" content="width=device-width">
<link rel="pullquote" href="/pq/community.json">${script ? '<script type="module" src="/pq/pullquote.js"></script>' : ''}${head}</head><body>${body}</body></html>`;
}
