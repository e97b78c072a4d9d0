import { dayOf, dayStart, weekOf } from '@pullquote/events';
import type { Publisher } from '../config.js';
import { CollectorError } from '../errors.js';
import type { Catalogue, CatalogueItem } from '../store/catalogue.js';
import type { Campaign, Campaigns } from '../store/campaigns.js';
import type { Cells } from '../store/cells.js';
import type { Communities, TrustedCommunity } from '../store/communities.js';
import type { Counters } from '../store/counters.js';
import type { CrowdSums } from '../store/crowd-sums.js';
import type { HeldLists } from '../store/held-lists.js';
import type { RefusalCounts } from '../store/refusal-counts.js';
import { addDays, daysBetween, weeksOf } from './formulas/weeks.js';
import type { ReportQuery } from './query.js';
import type { EffectiveFilter } from './types.js';

/** Ten years: nobody's request may make a series without an end. */
const MAX_DAYS = 3_660;

/** All that reports read: counters, never the events. */
export interface ReportStore {
  readonly counters: Counters;
  readonly cells: Cells;
  readonly crowdSums: CrowdSums;
  readonly held: HeldLists;
  readonly refusals: RefusalCounts;
  readonly communities: Communities;
  readonly campaigns: Campaigns;
  readonly catalogue: Catalogue;
}

export interface ReportSource {
  readonly store: ReportStore;
  /** Item URN → title; what the publisher's folder says comes second. */
  readonly titles: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** This collector serves no other publisher, so what nobody signed for can only concern this one. */
  readonly alone: boolean;
}

/** One question to the reports, and what every one of them needs to answer it. */
export interface ReportContext {
  readonly store: ReportStore;
  readonly publisher: Publisher;
  readonly query: ReportQuery;
  readonly alone: boolean;
  /** Today, UTC. */
  readonly today: string;
  /** The publisher's first and last day with a public post; undefined as long as there is none. */
  readonly firstDay: string | undefined;
  readonly lastDay: string | undefined;
  /** The days of the report; `from` is undefined as long as nothing was posted and nobody named it. */
  readonly from: string | undefined;
  readonly to: string;
  /** The whole weeks within the days that were asked for; a side that was not asked for is open. */
  readonly weeks: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly filter: EffectiveFilter;
  titleOf(item: string): { readonly title?: string };
  catalogue(): Promise<{ readonly readDay?: string | undefined; readonly items: readonly CatalogueItem[] }>;
  campaigns(): Promise<readonly Campaign[]>;
  trusted(): Promise<readonly TrustedCommunity[]>;
}

export async function contextOf(
  source: ReportSource,
  publisher: Publisher,
  query: ReportQuery,
): Promise<ReportContext> {
  const { store, titles, clock, alone } = source;
  const { origin } = publisher;
  const [days, catalogue] = await Promise.all([store.counters.days(origin), store.catalogue.read(origin)]);
  const named = new Map(catalogue.items.flatMap(({ item, title }) => (title === undefined ? [] : [[item, title]])));
  const firstDay = days[0]?.day;
  const lastDay = days.at(-1)?.day;
  const today = dayOf(clock());
  const yesterday = addDays(today, -1);
  const to = query.to ?? (lastDay !== undefined && lastDay > yesterday ? lastDay : yesterday);
  // A first day that comes after the last one asked for holds nothing: the range is then that one day.
  const earliest = firstDay === undefined ? undefined : [firstDay, addDays(to, 1 - MAX_DAYS)].sort()[1];
  const from = query.from ?? (earliest !== undefined && earliest > to ? to : earliest);
  if (from !== undefined && daysBetween(from, to) >= MAX_DAYS)
    throw new CollectorError('usage', `from: lies more than ${MAX_DAYS} days before to. Ask for fewer days.`);
  const weeks = wholeWeeks(query);
  return {
    store,
    publisher,
    query,
    alone,
    today,
    firstDay,
    lastDay,
    from,
    to,
    weeks,
    filter: {
      ...(from === undefined ? {} : { from }),
      to,
      ...(query.item === undefined ? {} : { item: query.item }),
      ...(query.community === undefined ? {} : { community: query.community }),
    },
    titleOf(item) {
      const title = Object.hasOwn(titles, item) ? titles[item] : named.get(item);
      return title === undefined ? {} : { title };
    },
    catalogue: async () => catalogue,
    campaigns: () => store.campaigns.list(origin),
    trusted: () => store.communities.list(),
  };
}

/** Days → the weeks that lie wholly within them. */
function wholeWeeks({ from, to }: Pick<ReportQuery, 'from' | 'to'>): ReportContext['weeks'] {
  return {
    ...(from === undefined ? {} : { from: weeksOf(from, addDays(from, 7)).find((week) => week.from >= from)?.week }),
    ...(to === undefined ? {} : { to: weekOf(dayStart(addDays(to, -6))) }),
  };
}
