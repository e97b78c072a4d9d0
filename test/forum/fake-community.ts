import type { Community, ShareableItem } from '../../examples/forum/src/community.js';

const ITEM: ShareableItem = {
  url: 'http://127.0.0.1:4801/lipitor-interactions',
  title: 'Atorvastatin: drug interactions at a glance',
  source: 'Parke-Davis (publisher, sponsor) · Promotional · For US physicians',
};

/** Stands in for the community server, so that these tests are about the forum alone: it only records what reaches it. */
export class FakeCommunity implements Community {
  readonly requests: Request[] = [];
  closedDays = 0;

  constructor(readonly list: readonly ShareableItem[] = [ITEM]) {}

  fetch(request: Request): Response {
    this.requests.push(request);
    if (new URL(request.url).pathname === '/pq/share')
      return new Response(null, { status: 302, headers: { location: '/new' } });
    return new Response('export const connect = () => {};', { headers: { 'content-type': 'text/javascript' } });
  }

  items(): readonly ShareableItem[] {
    return this.list;
  }

  closeDay(): void {
    this.closedDays += 1;
  }
}
