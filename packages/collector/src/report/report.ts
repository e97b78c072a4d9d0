import type { DatabaseSync } from 'node:sqlite';
import { dayOf } from '@pullquote/events';
import type { Publisher } from '../config.js';
import type { Trust } from '../trust/store.js';
import { figuresBy, NOTHING, type Figures } from './figures.js';
import { readRefusals, type RefusalRow } from './refusals.js';

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
  /** Of the whole collector: what is refused has often not said for whom it was. */
  readonly dataQuality: {
    readonly trusted: readonly { readonly community: string; readonly name: string; readonly country: string }[];
    readonly refusedTotal: number;
    readonly refused: readonly RefusalRow[];
  };
}

export interface ReportSource {
  readonly db: DatabaseSync;
  readonly trust: Trust;
  readonly titles: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Reads counters only, never the events. */
export function makeReport({ db, trust, titles, clock }: ReportSource, publisher: Publisher): Report {
  const { origin } = publisher;
  const communities = trust.list();
  const byDay = figuresBy(db, origin, ['day']).sort((a, b) => compare(a.day, b.day));
  const versions = group(figuresBy(db, origin, ['item', 'version']), ({ item }) => item);
  const days = group(figuresBy(db, origin, ['item', 'day']), ({ item }) => item);
  const refused = readRefusals(db);
  const first = byDay[0];
  const last = byDay.at(-1);
  return {
    schema: 'pullquote-report/1',
    generatedAt: dayOf(clock()),
    publisher,
    ...(first && last ? { firstDay: first.day, lastDay: last.day } : {}),
    totals: figuresBy(db, origin, [])[0] ?? NOTHING,
    byItem: figuresBy(db, origin, ['item']).map((row) => ({
      ...row,
      ...(Object.hasOwn(titles, row.item) ? { title: titles[row.item] } : {}),
      versions: (versions.get(row.item) ?? [])
        .sort((a, b) => a.version - b.version)
        .map(({ item: _, ...version }) => version),
      days: (days.get(row.item) ?? []).sort((a, b) => compare(a.day, b.day)).map(({ item: _, ...day }) => day),
    })),
    byCommunity: figuresBy(db, origin, ['community', 'country']).map(({ lastDay, ...row }) => ({
      ...row,
      name: communities.find(({ id }) => id === row.community)?.name ?? row.community,
      lastDay,
    })),
    byDepth: figuresBy(db, origin, ['depth']).sort((a, b) => a.depth - b.depth),
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
