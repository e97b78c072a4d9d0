import { expect, it } from 'vitest';
import { VERDICT_STATES } from '@pullquote/record';
import { seenAs } from '../../../packages/elements/src/facts/seen.js';

it('says of every state what it is to have seen it', () => {
  const said = Object.fromEntries(VERDICT_STATES.map((state) => [state, seenAs({ state, gate: undefined })]));
  expect(said).toEqual({
    unlisted: undefined,
    altered: undefined,
    withdrawn: 'recall-seen',
    unchecked: 'stale-seen',
    suspended: 'recall-seen',
    expired: 'viewed',
    superseded: 'viewed',
    'not-for-audience': undefined,
    verified: 'viewed',
  });
});

it('calls nothing viewed whose content is not for this reader; a recall is seen all the same', () => {
  expect(seenAs({ state: 'superseded', gate: 'hcp-only' })).toBeUndefined();
  expect(seenAs({ state: 'expired', gate: 'other-audience' })).toBeUndefined();
  expect(seenAs({ state: 'withdrawn', gate: 'other-audience' })).toBe('recall-seen');
});
