import { CROWD_FACTS, type FactDraft } from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { previewOf } from '../../../packages/events/src/browser/preview.js';
import { ITEM, SHARED, VIEWED } from '../fixtures.js';

const PRIVATE: FactDraft = { fact: 'sent-privately', item: ITEM, version: 2 };

describe('what the publisher will learn, word for word', () => {
  it('of a first post', () => {
    expect(previewOf(SHARED, 'shares', false)).toEqual({
      sentence:
        'Tomorrow or later: that this item (version 2) was shared once in a discussion that all members of this community ' +
        'can read, on which day, and that it was a first post; with it the community’s address and country. ' +
        'Not who you are, not your words, not which discussion.',
      fact: SHARED,
    });
  });

  it.each([
    ['reshared', 2, 'was reshared once', 'it was a reshare of a post;'],
    ['reshared', 3, 'was reshared once', 'it was a reshare of a reshare, or further on;'],
    ['quoted', 1, 'was quoted once', 'it was a first post;'],
  ] as const)('of a post that is %s at depth %i', (fact, depth, did, where) => {
    const { sentence } = previewOf({ ...SHARED, fact, depth }, 'all', false);
    expect(sentence).toContain(did);
    expect(sentence).toContain(where);
  });

  it('of what leaves in crowds alone: a blurred figure, not the doctor', () => {
    for (const fact of [...CROWD_FACTS, 'room.cardiology' as const]) {
      const { sentence, fact: made } = previewOf({ ...VIEWED, fact }, 'all', false);
      expect(sentence).toMatch(/^Nothing about you alone\. After the week closes/);
      expect(made).toEqual({ ...VIEWED, fact });
    }
  });

  it('promises nothing that only sounds good', () => {
    for (const draft of [SHARED, VIEWED, PRIVATE])
      expect(previewOf(draft, 'all', false).sentence).not.toMatch(/anonym|compliant/i);
  });
});

describe('nothing will be sent', () => {
  it.each<[string, FactDraft, 'none' | 'shares' | 'all', boolean, string]>([
    [
      'with Global Privacy Control',
      SHARED,
      'all',
      true,
      'your browser asks sites to pass nothing on about you (Global Privacy Control)',
    ],
    ['where nothing is counted', SHARED, 'none', false, 'this community counts nothing'],
    ['for a private share', PRIVATE, 'shares', false, 'private sharing is not counted here'],
    ['for a view', VIEWED, 'shares', false, 'only posts that all members can read are counted here'],
    [
      'for a restricted discussion',
      { ...SHARED, visibility: 'restricted' },
      'shares',
      false,
      'private sharing is not counted here',
    ],
    [
      'for a discussion of unknown visibility',
      { ...SHARED, visibility: undefined },
      'all',
      false,
      'private sharing is not counted here',
    ],
    ['for a first post that is none', { ...SHARED, depth: 2 }, 'all', false, 'a post of this depth is not counted'],
    [
      'for a reshare that is a first post',
      { ...SHARED, fact: 'reshared' },
      'all',
      false,
      'a post of this depth is not counted',
    ],
    ['outside a thread', { ...SHARED, depth: 0 }, 'all', false, 'a post of this depth is not counted'],
    [
      'for what is not in the list',
      { ...VIEWED, fact: 'liked' as 'viewed' },
      'all',
      false,
      'this is not among the things that are counted',
    ],
    [
      'under a setting that this version does not know',
      SHARED,
      'most' as 'all',
      false,
      'this community has not said what it counts',
    ],
  ])('%s', (_, draft, count, gpc, why) => {
    expect(previewOf(draft, count, gpc)).toEqual({ sentence: `Nothing will be sent: ${why}.` });
  });
});

it('takes the named fields and no others into a fact', () => {
  const spoilt = { ...SHARED, comment: 'Mrs Jones', member: 'dr-7', time: 1 } as FactDraft;
  expect(previewOf(spoilt, 'shares', false).fact).toEqual(SHARED);
  expect(previewOf({ ...spoilt, fact: 'viewed' }, 'all', false).fact).toEqual(VIEWED);
});
