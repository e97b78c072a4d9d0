import { parseFact, SPECIALTIES, toFact, type FactContext, type Happening } from '@pullquote/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, ITEM } from './fixtures.js';

const CONTEXT: FactContext = {
  item: ITEM,
  version: 2,
  excerpts: ['e1', 'e3'],
  room: 'cardiology',
  count: 'all',
  objects: false,
};
const about = { item: ITEM, version: 2 };

describe('one happening is one fact', () => {
  it.each<[Happening, object]>([
    [
      { what: 'posted', as: 'shared', depth: 1, visibility: 'members' },
      { fact: 'shared', depth: 1 },
    ],
    [
      { what: 'posted', as: 'reshared', depth: 3, visibility: 'members' },
      { fact: 'reshared', depth: 3 },
    ],
    [
      { what: 'posted', as: 'quoted', depth: 2, visibility: 'members' },
      { fact: 'quoted', depth: 2 },
    ],
    [{ what: 'posted', as: 'shared', depth: 1, visibility: 'restricted' }, { fact: 'sent-privately' }],
    [{ what: 'posted', as: 'shared', depth: 1 }, { fact: 'sent-privately' }],
    [{ what: 'did', fact: 'pi-opened' }, { fact: 'pi-opened' }],
    [{ what: 'played', percent: 75 }, { fact: 'media-progress.75' }],
    [{ what: 'excerpted', excerpt: 'e3' }, { fact: 'excerpt.e3' }],
    [{ what: 'entered-room' }, { fact: 'room.cardiology' }],
    [{ what: 'blocked', by: 'GB-02' }, { fact: 'share-blocked.GB-02' }],
  ])('%j', (happening, fact) => {
    const made = toFact(happening, CONTEXT);
    expect(made).toEqual({ ...fact, ...about });
    expect(parseFact({ id: idOf(1), ...made })).toEqual({ id: idOf(1), ...made });
  });
});

describe('no fact is made', () => {
  const shared: Happening = { what: 'posted', as: 'shared', depth: 1, visibility: 'members' };
  it.each<[string, Happening, Partial<FactContext>]>([
    ['of whoever objects', shared, { objects: true }],
    ['where nothing is counted', shared, { count: 'none' }],
    ['where the setting is not known', shared, { count: 'most' as 'all' }],
    ['of private acts where posts alone are counted', { what: 'did', fact: 'viewed' }, { count: 'shares' }],
    ['of a private post where posts alone are counted', { ...shared, visibility: 'restricted' }, { count: 'shares' }],
    ['of a post at an impossible depth', { ...shared, depth: 2 }, {}],
    ['of a post outside a thread', { ...shared, as: 'quoted', depth: 0 }, {}],
    ['of an excerpt that the record has not approved', { what: 'excerpted', excerpt: 'Mrs-Jones' }, {}],
    ['of a room that nobody named', { what: 'entered-room' }, { room: undefined }],
    ['of a made-up room', { what: 'entered-room' }, { room: 'dr-jones' as 'other' }],
    ['of a made-up word', { what: 'did', fact: 'liked' as 'viewed' }, {}],
    ['of a public word in the wrong place', { what: 'did', fact: 'shared' as 'viewed' }, {}],
    ['of a made-up mark', { what: 'played', percent: 33 as 25 }, {}],
    ['of a made-up rule', { what: 'blocked', by: 'XX-99' as 'GB-02' }, {}],
    ['of what is none', { what: 'wept' } as unknown as Happening, {}],
  ])('%s', (_, happening, change) => {
    expect(toFact(happening, { ...CONTEXT, ...change })).toBeUndefined();
  });
});

it('takes nothing along that a happening or a context carries beside', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom(...SPECIALTIES), (secret, room) => {
      for (const happening of [
        { what: 'posted', as: 'shared', depth: 1, visibility: 'members', comment: secret },
        { what: 'did', fact: 'copied', selected: secret },
      ] as unknown as Happening[])
        expect(JSON.stringify(toFact(happening, { ...CONTEXT, room, member: secret } as FactContext))).not.toContain(
          secret,
        );
    }),
  );
});
