import type { ContentRecord } from '@pullquote/record';
import { storedPost, type CommunitySite } from '../../support/community-site.js';
import type { TestPublisher } from '../../support/publisher.js';

export interface Item {
  readonly url: string;
  readonly link: string;
  /** As a forum stores a post of it. */
  readonly post: string;
  readonly record: ContentRecord;
}

/** Signs `count` distinct items and lets the community hold them. */
export async function publishItems(site: CommunitySite, publisher: TestPublisher, count: number): Promise<Item[]> {
  const items: Item[] = [];
  for (let n = 0; n < count; n++) {
    const url = `${publisher.origin}/item-${n}`;
    const { digest, jws, record, link } = await publisher.sign({ id: `urn:pullquote:bench:${n}`, canonicalUrl: url });
    site.hold(digest, jws, url);
    const post = `<article><p>My own words about this one.</p>${storedPost(record, link)}</article>`;
    items.push({ url, link, record, post });
  }
  site.holdStatus(publisher.statusUri, await publisher.statusList());
  return items;
}
