import { weekOf, type PullquoteEvent } from '@pullquote/events';

/**
 * Every report by plain loops over the raw events, written apart from the reports: no formula, no query and no helper of theirs is
 * used. Slow, and simple enough to be read against docs/publishers/reports.md.
 */

const DAY_MS = 86_400_000;

export interface World {
  readonly events: readonly PullquoteEvent[];
  readonly windows: readonly { id: string; name: string; kind: string; from: string; to: string; item?: string }[];
  readonly catalogue: readonly {
    item: string;
    version: number;
    title: string;
    since: string;
    recall?: { iat: number; day: string; reason: string };
  }[];
  readonly catalogueDay: string;
  readonly communities: readonly { id: string; name: string; country: string }[];
  readonly refusals: readonly { day: string; community: string; code: string; n: number }[];
  readonly words: (code: string) => string;
  readonly statusList: string;
  readonly today: string;
}

export interface Question {
  readonly from?: string;
  readonly to?: string;
  readonly item?: string;
  readonly community?: string;
  readonly days?: number;
}

interface Post {
  readonly item: string;
  readonly version: number;
  readonly community: string;
  readonly fact: 'shared' | 'reshared' | 'quoted';
  readonly depth: number;
  readonly day: string;
}
interface Cell {
  readonly item: string;
  readonly fact: string;
  readonly week: string;
  readonly community: string;
  readonly figure: number;
  readonly low: number;
  readonly high: number;
}

/** There are few days and many posts. */
function remembered<T>(work: (day: string) => T): (day: string) => T {
  const known = new Map<string, T>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const made = work(day);
    known.set(day, made);
    return made;
  };
}
const plus = (day: string, n: number) => new Date(Date.parse(day) + n * DAY_MS).toISOString().slice(0, 10);
const week = remembered((day) => weekOf(Date.parse(day)));
const monday = remembered((day) => plus(day, -((new Date(day).getUTCDay() + 6) % 7)));
const unique = <T>(list: readonly T[]) => [...new Set(list)];
const min = (list: readonly string[]) => [...list].sort()[0];
const max = (list: readonly string[]) => [...list].sort().reverse()[0];
const none = (reason: string) => ({ state: 'not-computable', reason });
const value = (n: number) => ({ state: 'computed', value: n });

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[half - 1], sorted[half]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

export function oracle(world: World, q: Question) {
  const posts: Post[] = [];
  const cells: Cell[] = [];
  const held: { community: string; day: string; iat: number }[] = [];
  for (const event of world.events) {
    const community = event.source;
    if (event.type === 'org.pullquote.crowd.v1') {
      const { fact, week: ofWeek, figure, interval } = event.data;
      cells.push({ item: event.subject, fact, week: ofWeek, community, figure, low: interval[0], high: interval[1] });
    } else if (event.type === 'org.pullquote.status-held.v1') {
      held.push({ community, day: event.data.day, iat: event.data.iat });
    } else {
      const { version, depth, day } = event.data;
      posts.push({
        item: event.subject,
        version,
        community,
        fact: event.type.split('.')[2] as Post['fact'],
        depth,
        day,
      });
    }
  }

  const allDays = posts.map(({ day }) => day);
  const lastDay = max(allDays) ?? '';
  const yesterday = plus(world.today, -1);
  const to = q.to ?? (lastDay > yesterday ? lastDay : yesterday);
  const first = min(allDays) ?? '';
  const from = q.from ?? (first > to ? to : first);
  const end = lastDay < to ? lastDay : to;

  const mine = posts.filter(
    (post) => (q.item ?? post.item) === post.item && (q.community ?? post.community) === post.community,
  );
  const until = mine.filter(({ day }) => day <= to);
  const range = until.filter(({ day }) => day >= from);
  const titleOf = (item: string) => world.catalogue.find((entry) => entry.item === item)?.title;
  const named = (item: string) => ({ item, title: titleOf(item) });
  const nameOf = (id: string) => world.communities.find((one) => one.id === id);

  const figures = (list: readonly Post[]) => ({
    shared: list.filter(({ fact }) => fact === 'shared').length,
    reshared: list.filter(({ fact }) => fact === 'reshared').length,
    quoted: list.filter(({ fact }) => fact === 'quoted').length,
  });
  const ratio = (list: readonly Post[]) => {
    const { shared, reshared, quoted } = figures(list);
    return shared === 0 ? none('nothing-shared') : value((reshared + quoted) / shared);
  };
  const daysFrom = (start: string, stop: string) => {
    const list: string[] = [];
    for (let day = start; day <= stop; day = plus(day, 1)) list.push(day);
    return list;
  };
  const axis = unique(daysFrom(from, end).map(week));
  const weekly = (list: readonly Post[]) => axis.map((one) => list.filter(({ day }) => week(day) === one).length);

  const windowsFor = (item: string | undefined) =>
    world.windows.filter((window) => item === undefined || window.item === undefined || window.item === item);
  const touching = (mondayOf: string, item: string | undefined) =>
    windowsFor(item).filter((window) =>
      daysFrom(mondayOf, plus(mondayOf, 6)).some((d) => d >= window.from && d <= window.to),
    );

  function indexOf(list: readonly Post[], item: string | undefined) {
    const start = [min(list.map(({ day }) => day)) ?? '9999', from].sort()[1] ?? '';
    const mondays =
      list.length === 0 ? [] : unique(daysFrom(start, end).map(monday)).filter((m) => m >= start && plus(m, 6) <= end);
    const rows = mondays.map((m) => ({
      week: week(m),
      posts: list.filter(({ day }) => monday(day) === m).length,
      inside: touching(m, item).length > 0,
    }));
    const inside = rows.filter((row) => row.inside).map((row) => row.posts);
    const outside = rows.filter((row) => !row.inside).map((row) => row.posts);
    const noWeek = rows.length === 0 ? none('no-complete-week') : undefined;
    const noInside = noWeek ?? none(windowsFor(item).length === 0 ? 'no-windows' : 'no-week-inside');
    const noOutside = noWeek ?? none('no-week-outside');
    const best = rows.reduce<(typeof rows)[number] | null>(
      (top, row) => (row.posts > (top?.posts ?? 0) ? row : top),
      null,
    );
    const alwaysOn =
      inside.length === 0
        ? noInside
        : outside.length === 0
          ? noOutside
          : middle(inside) === 0
            ? none('inside-is-zero')
            : value(middle(outside) / middle(inside));
    const peakToBaseline =
      noWeek ??
      (rows.length < 4
        ? none('too-few-weeks')
        : outside.length === 0
          ? none('no-week-outside')
          : best === null
            ? none('no-reuse')
            : middle(outside) === 0
              ? none('baseline-is-zero')
              : value(best.posts / middle(outside)));
    return {
      counted: rows.map((row) => row.week),
      figures: {
        alwaysOn,
        medianOutside: outside.length === 0 ? noOutside : value(middle(outside)),
        medianInside: inside.length === 0 ? noInside : value(middle(inside)),
        peakToBaseline,
        peak: best === null ? null : { week: best.week, posts: best.posts },
        weeksOutside: outside.length,
        weeksInside: inside.length,
      },
    };
  }

  function halfLifeOf(item: string) {
    const own = until.filter((post) => post.item === item);
    const start = min(own.map(({ day }) => day)) ?? '';
    const stop = [plus(start, 89), to, lastDay].sort()[0] ?? '';
    const curve = daysFrom(start, stop).map((day) => own.filter((post) => post.day <= day).length);
    const whole = curve.at(-1) ?? 0;
    const halfLife = curve.length < 90 ? none('not-90-days-yet') : value(curve.filter((n) => n < whole / 2).length + 1);
    return { halfLife, curve };
  }

  const { counted } = indexOf(range, q.item);
  const points = axis.map((label) => {
    const m = monday(daysFrom(from, end).find((day) => week(day) === label) ?? '');
    return {
      week: label,
      from: m,
      counted: counted.includes(label),
      ...figures(range.filter(({ day }) => week(day) === label)),
      windows: touching(m, q.item).map(({ name }) => name),
    };
  });

  const itemsIn = unique(range.map(({ item }) => item));
  const communitiesIn = unique(range.map(({ community }) => community));
  const bySize = <K extends 'item' | 'community'>(key: K, ids: readonly string[]) =>
    [...ids].sort((a, b) => {
      const size = (id: string) => range.filter((post) => post[key] === id).length;
      return size(b) - size(a) || (a < b ? -1 : 1);
    });

  // Crowds: of whole weeks within the days that were asked for.
  const wholeWeek = (label: string) => {
    const m = daysFrom(plus(world.today, -800), plus(world.today, 30)).find((day) => week(day) === label) ?? '';
    return { from: monday(m), to: plus(monday(m), 6) };
  };
  const weekBounds = new Map(unique(cells.map((cell) => cell.week)).map((label) => [label, wholeWeek(label)]));
  const crowd = cells.filter((cell) => {
    const bounds = weekBounds.get(cell.week) ?? { from: '', to: '' };
    return (
      (q.item ?? cell.item) === cell.item &&
      (q.community ?? cell.community) === cell.community &&
      (q.from === undefined || bounds.from >= q.from) &&
      (q.to === undefined || bounds.to <= q.to)
    );
  });
  const total = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0);
  const noise = [{ threshold: 15, epsilon: 1 }];
  const figure = (list: readonly Cell[]) =>
    list.length === 0
      ? { state: 'not-released' }
      : {
          state: 'released',
          figure: total(list.map((cell) => cell.figure)),
          interval: [total(list.map(({ low }) => low)), total(list.map(({ high }) => high))],
          cells: list.length,
          noise,
        };
  const sizeOf = (list: readonly Cell[]) => total(list.map((cell) => cell.figure));
  const placeOf = ({ item, week: ofWeek, community }: Cell) => `${item} ${ofWeek} ${community}`;
  const viewed = crowd.filter(({ fact }) => fact === 'viewed');
  const viewAt = new Map(viewed.map((cell) => [placeOf(cell), cell]));
  const rate = (list: readonly Cell[], fact: string) => {
    const pairs = list.filter((cell) => cell.fact === fact && viewAt.has(placeOf(cell)));
    const views = pairs.flatMap((cell) => viewAt.get(placeOf(cell)) ?? []);
    if (pairs.length === 0) return { state: 'not-released' };
    return {
      state: 'released',
      value: sizeOf(pairs) / sizeOf(views),
      interval: [
        total(pairs.map(({ low }) => low)) / total(views.map(({ high }) => high)),
        total(pairs.map(({ high }) => high)) / total(views.map(({ low }) => low)),
      ],
      cells: pairs.length,
      noise,
    };
  };
  const rates = (list: readonly Cell[]) => ({
    expansion: rate(list, 'label-expanded'),
    pi: rate(list, 'pi-opened'),
    citation: rate(list, 'citation-opened'),
    source: rate(list, 'source-opened'),
  });
  const ranked = (ids: readonly string[], of: (id: string) => readonly Cell[]) =>
    [...ids].sort((a, b) => sizeOf(of(b)) - sizeOf(of(a)) || (a < b ? -1 : 1));
  const facts = (prefix: string) => unique(crowd.map(({ fact }) => fact)).filter((fact) => fact.startsWith(prefix));
  const ofFact = (fact: string) => crowd.filter((cell) => cell.fact === fact);
  const crowdWeeks = unique(crowd.map((cell) => cell.week)).sort();
  const crowdAxis: string[] = [];
  if (crowdWeeks.length > 0)
    for (let m = weekBounds.get(crowdWeeks[0] ?? '')?.from ?? ''; week(m) <= (crowdWeeks.at(-1) ?? ''); m = plus(m, 7))
      crowdAxis.push(week(m));

  // What is published.
  const published = world.catalogue.filter(({ since }) => since <= to);
  const seen = posts.filter(({ day }) => day <= to);
  const current = (item: string) =>
    Math.max(...[...seen, ...published].filter((one) => one.item === item).map(({ version }) => version));
  const deadAfter = q.days ?? 90;
  const standing = unique(
    published
      .filter(({ recall, item }) => (recall === undefined || recall.day > to) && (q.item ?? item) === item)
      .map(({ item }) => item),
  );
  const dead = standing.flatMap((item) => {
    const versions = published.filter(
      (entry) => entry.item === item && (entry.recall === undefined || entry.recall.day > to),
    );
    const since = min(versions.map((entry) => entry.since)) ?? '';
    const last = max(until.filter((post) => post.item === item).map(({ day }) => day)) ?? null;
    const alive = last !== null && last > since ? last : since;
    const silentDays = (Date.parse(to) - Date.parse(alive)) / DAY_MS;
    if (silentDays < deadAfter) return [];
    const version = Math.max(...versions.map((entry) => entry.version));
    return [{ ...named(item), version, since, lastDay: last, silentDays }];
  });

  const stale = unique([...seen, ...published].map(({ item }) => item))
    .filter((item) => current(item) > 1 && (q.item ?? item) === item)
    .map((item) => {
      const version = current(item);
      const since =
        min([
          ...posts.filter((post) => post.item === item && post.version === version).map(({ day }) => day),
          ...world.catalogue
            .filter((entry) => entry.item === item && entry.version === version)
            .map((entry) => entry.since),
        ]) ?? '';
      const own = range.filter((post) => post.item === item && post.day >= since);
      const old = own.filter((post) => post.version < version);
      return {
        ...named(item),
        current: version,
        since,
        postsSince: own.length,
        staleSince: old.length,
        staleShare: own.length === 0 ? none('no-reuse') : value(old.length / own.length),
        lastStaleDay: max(old.map(({ day }) => day)) ?? null,
        versions: unique(own.map((post) => post.version))
          .sort((a, b) => a - b)
          .map((one) => {
            const some = own.filter((post) => post.version === one);
            return { version: one, posts: some.length, lastDay: max(some.map(({ day }) => day)) };
          }),
      };
    })
    .sort((a, b) => b.staleSince - a.staleSince || (a.item < b.item ? -1 : 1));

  const recalls = world.catalogue.flatMap(({ item, version, recall }) => {
    if (!recall || recall.day > to || (q.item ?? item) !== item) return [];
    const where = unique(
      mine
        .filter((post) => post.item === item && post.version === version && post.day <= to)
        .map((post) => post.community),
    ).sort();
    const told = held.filter(({ day }) => day <= to);
    const rows = where.map((community) => {
      const own = told.filter((one) => one.community === community);
      const since = min(own.filter(({ iat }) => iat >= recall.iat).map(({ day }) => day)) ?? null;
      const lastTold = max(own.map(({ day }) => day)) ?? null;
      const state = since !== null ? 'holds' : lastTold === null ? 'not-told' : 'older-list';
      return { community, name: nameOf(community)?.name, state, since, lastTold };
    });
    const sinces = rows.flatMap(({ since }) => (since === null ? [] : [since]));
    return [
      {
        ...named(item),
        version,
        reason: recall.reason,
        day: recall.day,
        sharedIn: rows.length,
        heldBy: sinces.length,
        coverage: rows.length === 0 ? none('shared-nowhere') : value(sinces.length / rows.length),
        communities: rows,
        progress: unique(sinces)
          .sort()
          .map((day) => ({ day, held: sinces.filter((one) => one <= day).length })),
      },
    ];
  });

  const silentAfter = q.days ?? 14;
  const now = to < world.today ? to : world.today;
  const heard = (id: string) =>
    max([
      ...posts.filter((post) => post.community === id && post.day <= to).map(({ day }) => day),
      ...held.filter((one) => one.community === id && (q.to === undefined || one.day <= to)).map(({ day }) => day),
      ...cells
        .filter((cell) => cell.community === id && (q.to === undefined || (weekBounds.get(cell.week)?.to ?? '9') <= to))
        .map((cell) => weekBounds.get(cell.week)?.to ?? ''),
    ]);
  const refused = world.refusals
    .filter(
      ({ day, community }) =>
        (q.from ?? day) <= day && (q.to ?? day) >= day && (q.community ?? community) === community,
    )
    .map((row) => ({ ...row, words: world.words(row.code) }))
    .sort((a, b) => (a.day === b.day ? (a.community < b.community ? -1 : 1) : a.day > b.day ? -1 : 1));

  const page = <T>(rows: readonly T[]) => ({ rows, total: rows.length, next: null });
  const reach = (list: readonly Post[], key: 'item' | 'community') => unique(list.map((post) => post[key])).length;
  return {
    overview: {
      totals: figures(range),
      reuseRatio: ratio(range),
      ...indexOf(range, q.item).figures,
      items: itemsIn.length,
      communities: communitiesIn.length,
      firstDay: min(range.map(({ day }) => day)) ?? null,
      lastDay: max(range.map(({ day }) => day)) ?? null,
      crowdCells: crowd.length,
      weeks: points,
    },
    days: page(daysFrom(from, end).map((day) => ({ day, ...figures(range.filter((post) => post.day === day)) }))),
    items: {
      weeks: axis,
      ...page(
        bySize('item', itemsIn).map((item) => {
          const own = range.filter((post) => post.item === item);
          const { alwaysOn, peakToBaseline } = indexOf(own, item).figures;
          return {
            ...named(item),
            ...figures(own),
            reuseRatio: ratio(own),
            halfLife: halfLifeOf(item).halfLife,
            alwaysOn,
            peakToBaseline,
            communities: reach(
              until.filter((post) => post.item === item),
              'community',
            ),
            firstDay: min(own.map(({ day }) => day)),
            lastDay: max(own.map(({ day }) => day)),
            weekly: weekly(own),
          };
        }),
      ),
    },
    versions: page(
      [...itemsIn].sort().flatMap((item) => {
        const own = range.filter((post) => post.item === item);
        return unique(own.map(({ version }) => version))
          .sort((a, b) => a - b)
          .map((version) => {
            const some = own.filter((post) => post.version === version);
            return {
              ...named(item),
              version,
              current: current(item) === version,
              ...figures(some),
              firstDay: min(some.map(({ day }) => day)),
              lastDay: max(some.map(({ day }) => day)),
            };
          });
      }),
    ),
    communities: {
      weeks: axis,
      ...page(
        bySize('community', communitiesIn).map((id) => {
          const own = range.filter((post) => post.community === id);
          return {
            community: id,
            name: nameOf(id)?.name,
            country: nameOf(id)?.country,
            ...figures(own),
            reuseRatio: ratio(own),
            items: reach(
              until.filter((post) => post.community === id),
              'item',
            ),
            firstDay: min(own.map(({ day }) => day)),
            lastDay: max(own.map(({ day }) => day)),
            weekly: weekly(own),
          };
        }),
      ),
    },
    depth: {
      rows: [1, 2, 3].map((depth) => {
        const own = range.filter((post) => post.depth === depth);
        return {
          depth,
          ...figures(own),
          share: range.length === 0 ? none('no-reuse') : value(own.length / range.length),
        };
      }),
    },
    'always-on': {
      ...indexOf(range, q.item).figures,
      windows: windowsFor(q.item).filter((window) => window.from <= to && window.to >= from),
      weeks: points,
    },
    'half-life': page(
      unique(until.map(({ item }) => item))
        .sort()
        .map((item) => ({
          ...named(item),
          firstDay: min(until.filter((post) => post.item === item).map(({ day }) => day)),
          ...halfLifeOf(item),
        })),
    ),
    'dead-content': {
      days: deadAfter,
      catalogue: { state: 'known', asOf: world.catalogueDay, items: standing.length },
      ...page(dead.sort((a, b) => b.silentDays - a.silentDays || (a.item < b.item ? -1 : 1))),
    },
    'stale-versions': page(stale),
    rooms: page(
      ranked(facts('room.'), ofFact).map((fact) => ({
        specialty: fact.replace('room.', ''),
        doctors: figure(ofFact(fact)),
      })),
    ),
    crowd: page(
      facts('')
        .sort()
        .map((fact) => {
          const own = ofFact(fact);
          const weeks = crowdAxis.map((one) => ({
            week: one,
            doctors: figure(own.filter((cell) => cell.week === one)),
          }));
          return { fact, doctors: figure(own), weeks };
        }),
    ),
    excerpts: page(
      unique(crowd.filter(({ fact }) => fact.startsWith('excerpt.')).map(({ item }) => item))
        .map((item) => {
          const of = (fact: string) => ofFact(fact).filter((cell) => cell.item === item);
          const codes = ranked(
            facts('excerpt.').filter((fact) => of(fact).length > 0),
            of,
          );
          const ends = codes.map((fact) => ({
            low: total(of(fact).map(({ low }) => low)),
            high: total(of(fact).map(({ high }) => high)),
          }));
          const leads =
            ends.length < 2 ? 'only-one' : (ends[0]?.low ?? 0) > (ends[1]?.high ?? 0) ? 'clear' : 'overlapping';
          return {
            top: sizeOf(of(codes[0] ?? '')),
            row: {
              ...named(item),
              excerpts: codes.map((fact) => ({ excerpt: fact.replace('excerpt.', ''), doctors: figure(of(fact)) })),
              leads,
            },
          };
        })
        .sort((a, b) => b.top - a.top || (a.row.item < b.row.item ? -1 : 1))
        .map(({ row }) => row),
    ),
    'label-trust': {
      viewed: figure(viewed),
      ...rates(crowd),
      ...page(
        ranked(unique(viewed.map(({ item }) => item)), (item) => viewed.filter((cell) => cell.item === item)).map(
          (item) => ({
            ...named(item),
            viewed: figure(viewed.filter((cell) => cell.item === item)),
            ...rates(crowd.filter((cell) => cell.item === item)),
          }),
        ),
      ),
    },
    blocked: page(
      ranked(facts('share-blocked.'), ofFact).map((fact) => {
        const of = (item: string) => ofFact(fact).filter((cell) => cell.item === item);
        return {
          rule: fact.replace('share-blocked.', ''),
          doctors: figure(ofFact(fact)),
          items: ranked(unique(ofFact(fact).map(({ item }) => item)), of).map((item) => ({
            ...named(item),
            doctors: figure(of(item)),
          })),
        };
      }),
    ),
    recalls: page(recalls.sort((a, b) => (a.day < b.day ? -1 : 1))),
    'data-quality': {
      refusedTotal: total(refused.map(({ n }) => n)),
      refused,
      refusedByCode: unique(refused.map(({ code }) => code))
        .map((code) => ({
          code,
          words: world.words(code),
          n: total(refused.filter((row) => row.code === code).map(({ n }) => n)),
        }))
        .sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1)),
      silentAfter,
      communities: world.communities
        .filter(({ id }) => (q.community ?? id) === id)
        .map(({ id, name, country }) => {
          const last = heard(id) ?? null;
          const silentDays = last === null ? null : Math.max(0, (Date.parse(now) - Date.parse(last)) / DAY_MS);
          const state = silentDays === null ? 'never-reported' : silentDays >= silentAfter ? 'silent' : 'reporting';
          return { community: id, name, country, trusted: true, lastDay: last, silentDays, state };
        })
        .sort((a, b) => (a.community < b.community ? -1 : 1)),
    },
  };
}
