import { CROWD_FACTS, type FactDraft, type Tells } from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { previewOf } from '../../../packages/events/src/browser/preview.js';
import { ITEM, SHARED, VIEWED } from '../fixtures.js';

const PRIVATE: FactDraft = { fact: 'sent-privately', item: ITEM, version: 2 };

describe('what the publisher will learn', () => {
  it.each([
    ['shared', 1],
    ['reshared', 2],
    ['reshared', 3],
    ['quoted', 1],
  ] as const)('of a post that is %s at depth %i: the post', (fact, depth) => {
    const draft = { ...SHARED, fact, depth };
    expect(previewOf(draft, 'shares', false)).toEqual({ tells: 'post', fact: draft });
  });

  it('of what leaves in crowds alone: nothing about one doctor', () => {
    for (const fact of [...CROWD_FACTS, 'room.cardiology' as const])
      expect(previewOf({ ...VIEWED, fact }, 'all', false)).toEqual({ tells: 'crowd', fact: { ...VIEWED, fact } });
  });
});

describe('nothing will be sent', () => {
  it.each<[string, FactDraft, 'none' | 'shares' | 'all', boolean, Tells]>([
    ['with Global Privacy Control', SHARED, 'all', true, 'browser-refuses'],
    ['where nothing is counted', SHARED, 'none', false, 'counts-nothing'],
    ['for a private share', PRIVATE, 'shares', false, 'private'],
    ['for a view', VIEWED, 'shares', false, 'posts-only'],
    ['for a first post that is none', { ...SHARED, depth: 2 }, 'all', false, 'depth'],
    ['for a reshare that is a first post', { ...SHARED, fact: 'reshared' }, 'all', false, 'depth'],
    ['outside a thread', { ...SHARED, depth: 0 }, 'all', false, 'depth'],
    ['for what is not in the list', { ...VIEWED, fact: 'liked' as 'viewed' }, 'all', false, 'not-counted'],
    ['under a setting that this version does not know', SHARED, 'most' as 'all', false, 'unknown'],
  ])('%s', (_, draft, count, gpc, tells) => {
    expect(previewOf(draft, count, gpc)).toEqual({ tells });
  });
});

it('takes the named fields and no others into a fact', () => {
  const spoilt = { ...SHARED, comment: 'Mrs Jones', member: 'dr-7', time: 1 } as FactDraft;
  expect(previewOf(spoilt, 'shares', false).fact).toEqual(SHARED);
  expect(previewOf({ ...spoilt, fact: 'viewed' }, 'all', false).fact).toEqual(VIEWED);
});
