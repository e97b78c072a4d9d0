import { describe, expect, it } from 'vitest';
import { COMMUNITY, ITEM, OTHER_COMMUNITY, OTHER_PUBLISHER, PUBLISHER } from '../setup.js';
import { add, crowd, held, LIST, newStore, post, TODAY } from './setup.js';

const OTHER_ITEM = 'urn:pullquote:publisher.example:trial';

describe('an event counts once', () => {
  it.each([
    ['a post', post()],
    ['a crowd figure', crowd()],
    ['a held list', held()],
  ])('%s, however often it comes', async (_, event) => {
    const store = await newStore();
    expect(await add(store, [event, event])).toEqual({ accepted: 1, duplicates: 1, refused: [] });
    expect(await add(store, [event])).toEqual({ accepted: 0, duplicates: 1, refused: [] });
    expect(await store.log.read(PUBLISHER, undefined, 10)).toEqual([{ cursor: '1', event }]);
  });

  it('for each community by itself: ids are its own', async () => {
    const store = await newStore();
    const event = post();
    await add(store, [event]);
    const other = { ...event, source: OTHER_COMMUNITY };
    expect(await add(store, [other], { community: OTHER_COMMUNITY })).toMatchObject({ accepted: 1 });
    expect(await store.counters.days(PUBLISHER)).toEqual([{ day: '2026-11-21', shared: 2, reshared: 0, quoted: 0 }]);
  });

  const one = post();
  const figure = crowd();
  const list = held();
  it.each([
    ['another day', one, { ...one, data: { ...one.data, day: '2026-11-20' } }],
    ['another item', one, { ...one, subject: OTHER_ITEM }],
    ['another version', one, { ...one, data: { ...one.data, version: 2 } }],
    ['another country', one, { ...one, data: { ...one.data, country: 'GB' } }],
    ['another fact', one, { ...one, type: 'org.pullquote.quoted.v1' as const }],
    ['another kind of event', one, crowd({}, { id: one.id })],
    ['another figure', figure, { ...figure, data: { ...figure.data, figure: 21 } }],
    ['another interval', figure, { ...figure, data: { ...figure.data, interval: [16, 23] as [number, number] } }],
    ['another list', list, { ...list, data: { ...list.data, iat: list.data.iat + 1 } }],
  ])('and its id stands for no %s', async (_, event, forged) => {
    const store = await newStore();
    await add(store, [event]);
    const before = await store.log.read(PUBLISHER, undefined, 10);
    expect(await add(store, [forged, post()])).toEqual({
      accepted: 1,
      duplicates: 0,
      refused: [{ index: 0, code: 'id-reused' }],
    });
    expect((await store.log.read(PUBLISHER, undefined, 10)).slice(0, 1)).toEqual(before);
    expect(await store.refusals.list()).toEqual([
      { day: TODAY, publisher: PUBLISHER, community: COMMUNITY, code: 'id-reused', n: 1 },
    ]);
  });

  it('nor for another publisher', async () => {
    const store = await newStore();
    await add(store, [one]);
    expect(await add(store, [one], { publisher: OTHER_PUBLISHER })).toMatchObject({
      accepted: 0,
      refused: [{ code: 'id-reused' }],
    });
    expect(await store.counters.days(OTHER_PUBLISHER)).toEqual([]);
  });
});

describe('the counters', () => {
  it('hold every event once in each marginal', async () => {
    const store = await newStore();
    await add(store, [
      post(),
      post(),
      post({ depth: 2 }, { type: 'org.pullquote.reshared.v1' }),
      post({ depth: 3, day: '2026-11-16', version: 2 }, { type: 'org.pullquote.quoted.v1' }),
      post({ day: '2026-11-15' }, { subject: OTHER_ITEM }),
    ]);
    const figures = (shared: number, reshared: number, quoted: number) => ({ shared, reshared, quoted });
    expect(await store.counters.days(PUBLISHER)).toEqual([
      { day: '2026-11-15', ...figures(1, 0, 0) },
      { day: '2026-11-16', ...figures(0, 0, 1) },
      { day: '2026-11-21', ...figures(2, 1, 0) },
    ]);
    expect(await store.counters.itemDays(PUBLISHER, { item: ITEM })).toEqual([
      { item: ITEM, day: '2026-11-16', ...figures(0, 0, 1) },
      { item: ITEM, day: '2026-11-21', ...figures(2, 1, 0) },
    ]);
    expect(await store.counters.items(PUBLISHER)).toEqual([
      { item: ITEM, firstDay: '2026-11-16', lastDay: '2026-11-21', ...figures(2, 1, 1) },
      { item: OTHER_ITEM, firstDay: '2026-11-15', lastDay: '2026-11-15', ...figures(1, 0, 0) },
    ]);
    expect(await store.counters.communityDays(PUBLISHER, { from: '2026-11-16', to: '2026-11-20' })).toEqual([
      { community: COMMUNITY, country: 'US', day: '2026-11-16', ...figures(0, 0, 1) },
    ]);
    expect(await store.counters.communities(PUBLISHER)).toEqual([
      { community: COMMUNITY, country: 'US', firstDay: '2026-11-15', lastDay: '2026-11-21', ...figures(3, 1, 1) },
    ]);
    expect(await store.counters.itemWeeks(PUBLISHER)).toEqual([
      { item: ITEM, version: 1, depth: 1, week: '2026-W47', ...figures(2, 0, 0) },
      { item: ITEM, version: 1, depth: 2, week: '2026-W47', ...figures(0, 1, 0) },
      { item: ITEM, version: 2, depth: 3, week: '2026-W47', ...figures(0, 0, 1) },
      { item: OTHER_ITEM, version: 1, depth: 1, week: '2026-W46', ...figures(1, 0, 0) },
    ]);
    expect(await store.counters.itemCommunities(PUBLISHER, { item: ITEM })).toEqual([
      {
        item: ITEM,
        version: 1,
        community: COMMUNITY,
        firstDay: '2026-11-21',
        lastDay: '2026-11-21',
        ...figures(2, 1, 0),
      },
      {
        item: ITEM,
        version: 2,
        community: COMMUNITY,
        firstDay: '2026-11-16',
        lastDay: '2026-11-16',
        ...figures(0, 0, 1),
      },
    ]);
  });

  it('never hold a crowd figure', async () => {
    const store = await newStore();
    await add(store, [crowd(), held()]);
    expect(await store.counters.days(PUBLISHER)).toEqual([]);
    expect(await store.counters.itemCommunities(PUBLISHER)).toEqual([]);
  });

  it('show no publisher another one’s', async () => {
    const store = await newStore();
    await add(store, [post(), crowd(), held()]);
    const other = OTHER_PUBLISHER;
    const { counters, crowd: figures, held: lists, log } = store;
    expect(
      await Promise.all([
        counters.days(other),
        counters.itemDays(other),
        counters.items(other),
        counters.communityDays(other),
        counters.communities(other),
        counters.itemWeeks(other),
        counters.itemCommunities(other),
        figures.figures(other),
        figures.itemWeeks(other),
        figures.communityWeeks(other),
        lists.latest(other),
        lists.since(other, LIST, 0),
        lists.days(other),
        log.read(other, undefined, 10),
        store.refusals.list({ publisher: other }),
      ]),
    ).toEqual(Array.from({ length: 15 }, () => []));
    expect(await log.end(other)).toBe('0');
  });
});

describe('crowd figures', () => {
  it('stand with their interval, T and ε, and add up by item and by community', async () => {
    const store = await newStore();
    await add(store, [crowd(), crowd({ fact: 'excerpt.e3', figure: 30, interval: [27, 33] })]);
    await add(
      store,
      [
        crowd({ figure: 40, interval: [37, 43] }, { source: OTHER_COMMUNITY }),
        crowd(
          { week: '2026-W45', epsilon: 0.5, threshold: 28, figure: 30, interval: [1, 37] },
          { source: OTHER_COMMUNITY },
        ),
      ],
      { community: OTHER_COMMUNITY },
    );
    const cell = { item: ITEM, fact: 'viewed', week: '2026-W46', threshold: 15, epsilon: 1 };
    expect(await store.crowd.figures(PUBLISHER, { facts: ['viewed'], from: '2026-W46' })).toEqual([
      { ...cell, community: COMMUNITY, figure: 20, low: 17, high: 23 },
      { ...cell, community: OTHER_COMMUNITY, figure: 40, low: 37, high: 43 },
    ]);
    expect(await store.crowd.itemWeeks(PUBLISHER, { facts: ['viewed'] })).toEqual([
      { ...cell, week: '2026-W45', threshold: 28, epsilon: 0.5, cells: 1, figure: 30, low: 1, high: 37 },
      { ...cell, cells: 2, figure: 60, low: 54, high: 66 },
    ]);
    const { item: _, ...sum } = cell;
    expect(await store.crowd.communityWeeks(PUBLISHER, { community: COMMUNITY })).toEqual([
      { ...sum, community: COMMUNITY, fact: 'excerpt.e3', cells: 1, figure: 30, low: 27, high: 33 },
      { ...sum, community: COMMUNITY, cells: 1, figure: 20, low: 17, high: 23 },
    ]);
  });

  it('are drawn once: a second one for the same crowd is refused, whatever its id', async () => {
    const store = await newStore();
    const first = crowd();
    await add(store, [first]);
    expect(await add(store, [crowd({ figure: 25, interval: [22, 28] }), crowd(), first])).toEqual({
      accepted: 0,
      duplicates: 1,
      refused: [
        { index: 0, code: 'figure-redrawn' },
        { index: 1, code: 'figure-redrawn' },
      ],
    });
    expect(await store.crowd.itemWeeks(PUBLISHER)).toMatchObject([{ cells: 1, figure: 20 }]);
  });
});

describe('held lists', () => {
  it('tell each community’s last word, and since when a list has been out', async () => {
    const store = await newStore();
    const [old, fresh] = [1_795_000_000, 1_795_100_000];
    await add(store, [
      held({ day: '2026-11-19', iat: old }),
      held({ day: '2026-11-20', iat: fresh }),
      held({ day: '2026-11-20', iat: old }),
      held({ day: '2026-11-21', iat: fresh }),
    ]);
    await add(store, [held({ day: '2026-11-21', iat: old }, { source: OTHER_COMMUNITY })], {
      community: OTHER_COMMUNITY,
    });
    expect(await store.held.latest(PUBLISHER)).toEqual([
      { community: COMMUNITY, list: LIST, day: '2026-11-21', iat: fresh },
      { community: OTHER_COMMUNITY, list: LIST, day: '2026-11-21', iat: old },
    ]);
    expect(await store.held.since(PUBLISHER, LIST, fresh)).toEqual([
      { community: COMMUNITY, list: LIST, day: '2026-11-20', iat: fresh },
    ]);
    expect(await store.held.days(PUBLISHER, { list: LIST, to: '2026-11-20' })).toHaveLength(2);
  });
});

describe('the log', () => {
  it('is read on from any place, and knows its places', async () => {
    const store = await newStore();
    const events = [post(), post({ day: '2026-11-20' }), crowd(), held()];
    await add(store, events);
    const all = await store.log.read(PUBLISHER, undefined, 10);
    expect(all.map(({ event }) => event)).toEqual(events);
    for (const [i, { cursor }] of all.entries())
      expect(await store.log.read(PUBLISHER, cursor, 2)).toEqual(all.slice(i + 1, i + 3));
    expect(await store.log.end(PUBLISHER)).toBe(all.at(-1)?.cursor);
    for (const cursor of ['0', '4']) expect(await store.log.knows(PUBLISHER, cursor)).toBe(true);
    for (const cursor of ['5', '-1', '1.5', '', 'x', '01', `1' OR 1`])
      expect(await store.log.knows(PUBLISHER, cursor)).toBe(false);
    expect(await store.log.knows(OTHER_PUBLISHER, '1')).toBe(false);
  });
});

describe('a clock that was set back', () => {
  it('takes nothing in until it is right again, and says why', async () => {
    const store = await newStore();
    await add(store, [post()], { today: '2026-11-22' });
    await expect(add(store, [post({ day: '2026-11-20' })], { today: '2026-11-21' })).rejects.toMatchObject({
      code: 'clock',
      message: expect.stringContaining('says 2026-11-21, but it has been 2026-11-22') as string,
    });
    expect(await store.log.end(PUBLISHER)).toBe('1');
    expect(await add(store, [post({ day: '2026-11-20' })], { today: '2026-11-22' })).toMatchObject({ accepted: 1 });
  });

  it('is not mistaken for one that once ran ahead', async () => {
    const store = await newStore();
    await add(store, [post()], { today: '2036-01-01' });
    expect(await add(store, [post()], { today: '2026-11-22' })).toMatchObject({ accepted: 1 });
  });
});
