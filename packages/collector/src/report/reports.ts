import type { Publisher } from '../config.js';
import { contextOf, type ReportContext, type ReportSource } from './context.js';
import { MAX_LIMIT, type ReportQuery } from './query.js';
import { alwaysOnReport } from './reports/always-on.js';
import { blocked } from './reports/blocked.js';
import { communities } from './reports/communities.js';
import { crowd } from './reports/crowd.js';
import { dataQuality } from './reports/data-quality.js';
import { days } from './reports/days.js';
import { deadContent } from './reports/dead-content.js';
import { depth } from './reports/depth.js';
import { excerpts } from './reports/excerpts.js';
import { halfLifeReport } from './reports/half-life.js';
import { items } from './reports/items.js';
import { labelTrust } from './reports/label-trust.js';
import { overview } from './reports/overview.js';
import { recalls } from './reports/recalls.js';
import { rooms } from './reports/rooms.js';
import { staleVersions } from './reports/stale-versions.js';
import { versions } from './reports/versions.js';
import type { BodyOf, ReportName, ReportOf } from './types.js';

/** `crowd`: nothing in it is exact. `own`: what the collector knows of itself. */
export type ReportLane = 'public' | 'crowd' | 'own';

interface Definition<N extends ReportName> {
  readonly title: string;
  readonly lane: ReportLane;
  readonly build: (context: ReportContext) => Promise<BodyOf<N>>;
}

export const REPORTS: { readonly [N in ReportName]: Definition<N> } = {
  overview: { title: 'Overview', lane: 'public', build: overview },
  days: { title: 'Posts by day', lane: 'public', build: days },
  items: { title: 'Items', lane: 'public', build: items },
  versions: { title: 'Versions', lane: 'public', build: versions },
  communities: { title: 'Communities', lane: 'public', build: communities },
  depth: { title: 'Depth', lane: 'public', build: depth },
  'always-on': { title: 'Between campaigns', lane: 'public', build: alwaysOnReport },
  'half-life': { title: 'Half-life', lane: 'public', build: halfLifeReport },
  'dead-content': { title: 'Not posted any more', lane: 'public', build: deadContent },
  'stale-versions': { title: 'Old versions in circulation', lane: 'public', build: staleVersions },
  rooms: { title: 'Specialties of the rooms', lane: 'crowd', build: rooms },
  crowd: { title: 'Crowd figures', lane: 'crowd', build: crowd },
  excerpts: { title: 'Most-quoted excerpts', lane: 'crowd', build: excerpts },
  'label-trust': { title: 'Label trust', lane: 'crowd', build: labelTrust },
  blocked: { title: 'Blocked shares by rule', lane: 'crowd', build: blocked },
  recalls: { title: 'Recalls', lane: 'own', build: recalls },
  'data-quality': { title: 'Data quality', lane: 'own', build: dataQuality },
};

export const REPORT_NAMES = Object.keys(REPORTS) as ReportName[];

export function isReportName(name: string): name is ReportName {
  return Object.hasOwn(REPORTS, name);
}

/** One page of one report. @throws CollectorError `usage` for a cursor that is none of its */
export async function makeReport<N extends ReportName>(
  name: N,
  source: ReportSource,
  publisher: Publisher,
  query: ReportQuery,
): Promise<ReportOf<N>> {
  const context = await contextOf(source, publisher, query);
  const { lane, build } = REPORTS[name];
  const body = await build(context);
  return {
    schema: 'pullquote-report/2',
    report: name,
    generatedAt: context.today,
    publisher: { origin: publisher.origin, name: publisher.name },
    filter: { ...context.filter, ...(lane === 'crowd' ? { weeks: context.weeks } : {}) },
    ...body,
  } as unknown as ReportOf<N>;
}

/** Every page of a report, from the first one on. */
export async function allPages<N extends ReportName>(
  name: N,
  source: ReportSource,
  publisher: Publisher,
  query: ReportQuery,
): Promise<ReportOf<N>[]> {
  const pages: ReportOf<N>[] = [];
  let cursor: string | undefined;
  do {
    const page = await makeReport(name, source, publisher, { ...query, limit: MAX_LIMIT, cursor });
    pages.push(page);
    cursor = 'next' in page ? (page.next ?? undefined) : undefined;
  } while (cursor !== undefined);
  return pages;
}
