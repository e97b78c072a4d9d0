import type { Community, DayClosed, ShareableItem, WeekClosed } from '../../examples/forum/src/community.js';

export const ITEM: ShareableItem = {
  url: 'http://127.0.0.1:4801/lipitor-interactions',
  title: 'Atorvastatin: drug interactions at a glance',
  publisher: { origin: 'http://127.0.0.1:4801', name: 'Commonplace' },
  promotionalStatus: 'promotional',
  excerpts: 3,
};

/** Stands in for the community server, so that these tests are about the forum alone: it only records what reaches it. */
export class FakeCommunity implements Community {
  readonly requests: Request[] = [];
  closedDays = 0;
  closedWeeks = 0;

  constructor(
    readonly list: readonly ShareableItem[] = [ITEM],
    readonly closed: DayClosed = { delivered: 2, outbox: [] },
  ) {}

  fetch(request: Request): Promise<Response> {
    this.requests.push(request);
    const share = new URL(request.url).pathname === '/pq/share';
    return Promise.resolve(
      new Response(null, share ? { status: 302, headers: { location: '/new' } } : { status: 404 }),
    );
  }

  items(): readonly ShareableItem[] {
    return this.list;
  }

  closeWeek(): Promise<WeekClosed> {
    this.closedWeeks += 1;
    const week = '2026-W10';
    const released = [
      { day: week, events: 3 },
      { day: '2026-03-05', events: 2 },
    ];
    return Promise.resolve({ week, released, ...this.closed });
  }

  closeDay(): Promise<DayClosed> {
    this.closedDays += 1;
    return Promise.resolve(this.closed);
  }
}
