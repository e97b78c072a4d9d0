import { dayOf } from '@pullquote/events';
import type { Publisher } from '../config.js';
import { UNKNOWN } from '../intake/refusal.js';
import type { Trust } from '../trust/store.js';
import type { RefusalRow } from '../store/refusal-counts.js';
import type { Store } from '../store/store.js';
import { largestFirst, NOTHING, sumBy, type Figures } from './figures.js';

export type DayFigures = Figures & { readonly day: string };
export type ItemFigures = Figures & {
  readonly item: string;
  readonly title?: string | undefined;
  readonly versions: readonly (Figures & { readonly version: number })[];
  readonly days: readonly DayFigures[];
};
export type CommunityFigures = Figures & {
  readonly community: string;
  readonly name: string;
  readonly country: string;
  /** The latest day that it has reported something of. */
  readonly lastDay: string;
};

/** What a publisher reads: exact counts of public posts. Nothing in it is about a person. */
export interface Report {
  readonly schema: 'pullquote-report/1';
  /** The day (UTC) on which it was made. */
  readonly generatedAt: string;
  readonly publisher: Publisher;
  /** First and last day with a figure; absent as long as there is none. */
  readonly firstDay?: string | undefined;
  readonly lastDay?: string | undefined;
  readonly totals: Figures;
  readonly byItem: readonly ItemFigures[];
  readonly byCommunity: readonly CommunityFigures[];
  readonly byDepth: readonly (Figures & { readonly depth: number })[];
  readonly byDay: readonly DayFigures[];
  /** What was refused and was meant for this publisher: by its signature, or because the collector serves no other. */
  readonly dataQuality: {
    readonly trusted: readonly { readonly community: string; readonly name: string; readonly country: string }[];
    readonly refusedTotal: number;
    readonly refused: readonly RefusalRow[];
  };
}

export interface ReportSource {
  readonly store: Pick<Store, 'counters' | 'refusals'>;
  readonly trust: Trust;
  readonly titles: Readonly<Record<string, string>>;
  /** Whether the collector serves one publisher alone. */
  readonly alone: boolean;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Reads counters only, never the events. */
export async function makeReport(
  { store: { counters, refusals }, trust, titles, clock, alone }: ReportSource,
  publisher: Publisher,
): Promise<Report> {
  const { origin } = publisher;
  const communities = await trust.list();
  const byDay = await counters.days(origin);
  const items = await counters.items(origin);
  const days = group(await counters.itemDays(origin), ({ item }) => item);
  const weeks = await counters.itemWeeks(origin);
  const versions = group(weeks, ({ item }) => item);
  const refused = (await refusals.list()).filter(
    (row) => row.publisher === origin || (alone && row.publisher === UNKNOWN),
  );
  const first = byDay[0];
  const last = byDay.at(-1);
  return {
    schema: 'pullquote-report/1',
    generatedAt: dayOf(clock()),
    publisher,
    ...(first && last ? { firstDay: first.day, lastDay: last.day } : {}),
    totals: sumBy(byDay, () => 0)[0]?.[1] ?? NOTHING,
    byItem: items.sort(largestFirst).map((row) => ({
      ...row,
      ...(Object.hasOwn(titles, row.item) ? { title: titles[row.item] } : {}),
      versions: sumBy(versions.get(row.item) ?? [], ({ version }) => version).map(([version, figures]) => ({
        version,
        ...figures,
      })),
      days: (days.get(row.item) ?? []).map(({ item: _, ...day }) => day),
    })),
    byCommunity: (await counters.communities(origin)).sort(largestFirst).map((row) => ({
      ...row,
      name: communities.find(({ id }) => id === row.community)?.name ?? row.community,
    })),
    byDepth: sumBy(weeks, ({ depth }) => depth).map(([depth, figures]) => ({ depth, ...figures })),
    byDay,
    dataQuality: {
      trusted: communities.map(({ id, name, country }) => ({ community: id, name, country })),
      refusedTotal: refused.reduce((sum, { n }) => sum + n, 0),
      refused,
    },
  };
}

function group<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const rest = groups.get(key(row));
    if (rest) rest.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
