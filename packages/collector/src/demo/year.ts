import {
  dayStart,
  drawCrowd,
  releaseDay,
  weekOf,
  weekStart,
  type CrowdEvent,
  type PublicRow,
  type PullquoteEvent,
  type StatusHeldEvent,
} from '@pullquote/events';
import { addDays, daysBetween, daysOf } from '../report/formulas/weeks.js';
import { demoCampaigns, type DemoCampaign } from './campaigns.js';
import { DEMO_COMMUNITIES, type DemoCommunity } from './communities.js';
import { boundCrowds, type ItemWeek } from './crowds.js';
import { intensityOf } from './intensity.js';
import { DEMO_ITEMS, type DemoItem } from './items.js';
import { drawPost } from './public-posts.js';
import { seeded, type Seeded } from './seeded.js';

const FULL_YEAR = 5_000_000;
/** From so many posts on, the communities are as large as they are described. */
const FULL_SIZE = 500_000;
/** Days after the new version on which cards of the old one are still about. */
const STALE_DAYS = 90;

export interface DemoOptions {
  /** Public posts in all. */
  readonly events: number;
  readonly seed: string;
  /** The last day of the year. */
  readonly until: string;
  /** Origin of the publisher whose items these are. */
  readonly publisher: string;
  /** So many times the doctors. Without it, a year of fewer posts is one of smaller communities, which release fewer crowd figures. */
  readonly size?: number;
}

export interface DemoBatch {
  readonly community: DemoCommunity;
  readonly day: string;
  readonly events: readonly PullquoteEvent[];
}

export interface DemoYear {
  readonly from: string;
  readonly to: string;
  readonly items: readonly (DemoItem & { readonly urn: string })[];
  readonly communities: readonly DemoCommunity[];
  readonly campaigns: readonly DemoCampaign[];
  /** The publisher's own calendar: one window for each item that a campaign is about, or one for all. */
  readonly windows: readonly (Pick<DemoCampaign, 'name' | 'kind' | 'from' | 'to'> & { readonly item?: string })[];
  readonly recall: { readonly urn: string; readonly day: string; readonly iat: number };
  /** What the collector refused; `unknown` where no signature proved who sent it. */
  readonly refusals: readonly DemoRefusal[];
  /** What each community sends for each day, in the order of the days. Every run over it yields the same. */
  batches(): Generator<DemoBatch>;
}

export interface DemoRefusal {
  readonly day: string;
  readonly community: string;
  readonly code: string;
  readonly n: number;
}

/** Days after the beginning, who, why, how often. */
const REFUSALS: readonly [number, string, string, number][] = [
  [41, 'unknown', 'signature-missing', 3],
  [77, 'unknown', 'unknown-community', 2],
  [133, 'https://cercle-medical.example', 'depth-mismatch', 18],
  [134, 'https://cercle-medical.example', 'depth-mismatch', 22],
  [135, 'https://cercle-medical.example', 'depth-mismatch', 5],
  [219, 'https://circolo-clinico.example', 'unknown-field', 41],
  [290, 'unknown', 'signature', 1],
  [338, 'https://ward-talk.example', 'future-day', 2],
  [359, 'unknown', 'signature-missing', 6],
];

/** A year of a publisher: the same for the same options, on every machine. */
export function demoYear({
  events,
  seed,
  until,
  publisher,
  size = Math.min(1, Math.max(0.01, events / FULL_SIZE)),
}: DemoOptions): DemoYear {
  const from = addDays(until, -364);
  const host = new URL(publisher).hostname;
  const items = DEMO_ITEMS.map((item) => ({ ...item, urn: `urn:pullquote:${host}:${item.slug}` }));
  const cast = DEMO_COMMUNITIES.map((one) => ({ ...one, doctors: Math.ceil(one.doctors * size) }));
  const campaigns = demoCampaigns(from, until);
  const withdrawn = items.find((item) => item.withdrawn !== undefined);
  const recallDay = addDays(from, withdrawn?.withdrawn ?? 0);
  const recall = { urn: withdrawn?.urn ?? '', day: recallDay, iat: dayStart(recallDay) / 1_000 + 36_000 };
  const statusList = `${publisher}/.well-known/pullquote/status.jwt`;

  return {
    from,
    to: until,
    items,
    communities: cast,
    campaigns,
    windows: campaigns.flatMap(({ name, kind, from: first, to: last, slugs }) => {
      const window = { name, kind, from: first, to: last };
      return slugs
        ? items.filter(({ slug }) => slugs.includes(slug)).map(({ urn }) => ({ ...window, item: urn }))
        : [window];
    }),
    recall,
    refusals: REFUSALS.map(([n, community, code, times]) => ({ day: addDays(from, n), community, code, n: times })),
    *batches() {
      const random = seeded(`${seed}/${until}/${events}/${size}`);
      const plan = planOf(events, random);
      let weekly = new Map<DemoCommunity, Map<DemoItem, number>>();
      for (const [n, day] of daysOf(from, until).entries()) {
        for (const [c, community] of cast.entries()) {
          const rows: PublicRow[] = [];
          for (const [i, item] of items.entries()) {
            const posts = plan.posts(n, c, i);
            for (let k = 0; k < posts; k++) rows.push(drawPost(item, item.urn, n, random));
            if (posts > 0) remember(weekly, community, item, posts);
          }
          const release = {
            community: community.id,
            country: community.country,
            day,
            random: random.below,
            id: random.id,
          };
          const sent: PullquoteEvent[] = releaseDay(rows, release);
          if (speaks(community, day)) sent.push(held(community, day, random));
          if (isSunday(day)) sent.push(...crowdsOf(community, day, weekly.get(community) ?? new Map(), random));
          if (sent.length > 0) yield { community, day, events: sent };
        }
        if (isSunday(day)) weekly = new Map();
      }
    },
  };

  /** How many posts of which item stand in which community on which day: as many as asked for, in all. */
  function planOf(total: number, random: Seeded) {
    const days = daysOf(from, until);
    const cells = new Float64Array(days.length * cast.length * items.length);
    let sum = 0;
    let at = 0;
    for (const day of days)
      for (const community of cast)
        for (const item of items) {
          const usual = intensityOf(item, community, day, from, until, campaigns);
          // Chance alone makes no two days alike; what one colleague posts draws others.
          sum += cells[at++] = usual === 0 ? 0 : usual * Math.exp(0.35 * random.normal());
        }
    // Rounding the running sum spends exactly the total.
    const posts = new Uint32Array(cells.length);
    let running = 0;
    let spent = 0;
    for (let i = 0; i < cells.length; i++) {
      running += ((cells[i] ?? 0) / sum) * total;
      const due = i === cells.length - 1 ? total : Math.floor(running + 0.5);
      posts[i] = Math.max(0, due - spent);
      spent += posts[i] ?? 0;
    }
    return { posts: (n: number, c: number, i: number) => posts[(n * cast.length + c) * items.length + i] ?? 0 };
  }

  function speaks({ joined = 0, silentFor = 0 }: DemoCommunity, day: string): boolean {
    return daysBetween(from, day) >= joined && daysBetween(day, until) >= silentFor;
  }

  /** The publisher renews its list every day at ten; a community holds the one of some days ago. */
  function held({ id, listDelay }: DemoCommunity, day: string, random: Seeded): StatusHeldEvent {
    return {
      specversion: '1.0',
      id: random.id(),
      source: id,
      type: 'org.pullquote.status-held.v1',
      datacontenttype: 'application/json',
      subject: statusList,
      data: { day, iat: dayStart(addDays(day, -listDelay)) / 1_000 + 36_000 },
    };
  }

  function crowdsOf(
    community: DemoCommunity,
    sunday: string,
    posts: ReadonlyMap<DemoItem, number>,
    random: Seeded,
  ): CrowdEvent[] {
    if (community.count !== 'all' || !speaks(community, sunday)) return [];
    const n = daysBetween(from, sunday);
    const weeks = [...posts].map(([item, count]): ItemWeek => ({
      item,
      posts: (count * FULL_YEAR * size) / events,
      stale: item.renewed !== undefined && n >= item.renewed && n < item.renewed + STALE_DAYS,
      recalled: item.withdrawn !== undefined && n >= item.withdrawn,
    }));
    const release = { community: community.id, week: weekOf(dayStart(sunday)), random: random.uniform, id: random.id };
    return boundCrowds(weeks, community, random).flatMap(({ item, fact, doctors }) => {
      const event = drawCrowd({ item: (item as DemoItem & { urn: string }).urn, fact, doctors }, release);
      return event ? [event] : [];
    });
  }
}

function remember(
  weekly: Map<DemoCommunity, Map<DemoItem, number>>,
  community: DemoCommunity,
  item: DemoItem,
  posts: number,
): void {
  const own = weekly.get(community) ?? new Map<DemoItem, number>();
  own.set(item, (own.get(item) ?? 0) + posts);
  weekly.set(community, own);
}

function isSunday(day: string): boolean {
  return dayStart(day) === weekStart(weekOf(dayStart(day))) + 6 * 86_400_000;
}
