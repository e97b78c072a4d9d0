import type { CrowdPair } from '../../store/crowd-sums.js';
import type { ReportContext } from '../context.js';
import { figureOf, group, noiseOf, rankOf, totalsOf } from '../crowd-totals.js';
import { crowdRate } from '../formulas/crowd-rate.js';
import { pageOf } from '../paging.js';
import type { BodyOf, CrowdRate } from '../types.js';

const VIEWED = 'viewed';
const RATES = {
  expansion: 'label-expanded',
  pi: 'pi-opened',
  citation: 'citation-opened',
  source: 'source-opened',
} as const;

/** Do doctors look behind the label? Of those who saw a card, how many opened what stands in it. */
export async function labelTrust(context: ReportContext): Promise<BodyOf<'label-trust'>> {
  const { store, publisher, query, weeks } = context;
  const { item, community } = query;
  const [views, pairs] = await Promise.all([
    store.crowdSums.items(publisher.origin, { ...weeks, item, community, fact: VIEWED }),
    store.crowdSums.pairs(publisher.origin, {
      ...weeks,
      item,
      community,
      facts: Object.values(RATES),
      over: VIEWED,
    }),
  ]);
  const pairsOf = group(pairs, (pair) => pair.item);
  const rows = [...group(views, (view) => view.item)].map(([urn, amounts]) => ({
    item: urn,
    ...context.titleOf(urn),
    viewed: figureOf(amounts),
    ...ratesOf(pairsOf.get(urn) ?? []),
  }));
  const page = pageOf(rows, (row) => [rankOf(row.viewed), row.item], query);
  return {
    viewed: figureOf(views),
    ...ratesOf(pairs),
    rows: [...page.rows],
    total: page.total,
    next: page.next,
  };
}

function ratesOf(pairs: readonly CrowdPair[]): Record<keyof typeof RATES, CrowdRate> {
  const rate = (fact: string): CrowdRate => {
    const own = pairs.filter((pair) => pair.fact === fact);
    const over = own.map((pair) => ({
      cells: pair.cells,
      figure: pair.overFigure,
      low: pair.overLow,
      high: pair.overHigh,
      threshold: pair.overThreshold,
      epsilon: pair.overEpsilon,
    }));
    return crowdRate(totalsOf(own), totalsOf(over), noiseOf([...own, ...over]));
  };
  return {
    expansion: rate(RATES.expansion),
    pi: rate(RATES.pi),
    citation: rate(RATES.citation),
    source: rate(RATES.source),
  };
}
