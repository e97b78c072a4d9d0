import { dayOf, weekStart } from '@pullquote/events';
import { refusalWords, UNKNOWN } from '../../intake/refusal.js';
import type { ReportContext } from '../context.js';
import { SILENT_AFTER_DAYS, silenceOf } from '../formulas/silence.js';
import { addDays } from '../formulas/weeks.js';
import type { BodyOf } from '../types.js';

/** What was refused and why, and which communities say nothing any more. */
export async function dataQuality(context: ReportContext): Promise<BodyOf<'data-quality'>> {
  const { store, publisher, query, to, today, alone } = context;
  const { origin } = publisher;
  const silentAfter = query.days ?? SILENT_AFTER_DAYS;
  const range = { from: query.from, to: query.to };
  const [own, unproved, trusted, posts, told, weeks] = await Promise.all([
    store.refusals.list({ ...range, publisher: origin }),
    // Whom an unsigned batch was meant for is not known: it is shown where there is only one it can have been meant for.
    alone ? store.refusals.list({ ...range, publisher: UNKNOWN }) : [],
    context.trusted(),
    store.counters.communities(origin, { to }),
    query.to === undefined ? store.held.latest(origin) : store.held.days(origin, { to }),
    store.crowdSums.lastWeeks(origin, query.to === undefined ? undefined : context.weeks.to),
  ]);
  const refused = [...own, ...unproved]
    .filter(({ community }) => query.community === undefined || community === query.community)
    .map(({ day, community, code, n }) => ({ day, community, code, words: refusalWords(code), n }))
    .sort((a, b) => compare(b.day, a.day) || compare(a.community, b.community) || compare(a.code, b.code));
  const byCode = new Map<string, number>();
  for (const { code, n } of refused) byCode.set(code, (byCode.get(code) ?? 0) + n);

  const lastDays = new Map<string, string>();
  const heard = (community: string, day: string) => {
    if (day > (lastDays.get(community) ?? '')) lastDays.set(community, day);
  };
  for (const { community, lastDay } of posts) heard(community, lastDay);
  for (const { community, day } of told) heard(community, day);
  for (const { community, week } of weeks) heard(community, addDays(dayOf(weekStart(week)), 6));
  const known = new Map(trusted.map((one) => [one.id, one]));
  const ids = [...new Set([...known.keys(), ...lastDays.keys()])].sort();
  return {
    refusedTotal: refused.reduce((sum, { n }) => sum + n, 0),
    refused,
    refusedByCode: [...byCode]
      .map(([code, n]) => ({ code, words: refusalWords(code), n }))
      .sort((a, b) => b.n - a.n || compare(a.code, b.code)),
    silentAfter,
    communities: ids
      .filter((id) => query.community === undefined || id === query.community)
      .map((id) => {
        const lastDay = lastDays.get(id) ?? null;
        return {
          community: id,
          name: known.get(id)?.name ?? id,
          country: known.get(id)?.country ?? '',
          trusted: known.has(id),
          lastDay,
          ...silenceOf(lastDay, to < today ? to : today, silentAfter),
        };
      }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
