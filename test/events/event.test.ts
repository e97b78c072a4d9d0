import {
  EventsError,
  factOf as codeOfType,
  parseEvent,
  type CrowdEvent,
  type StatusHeldEvent,
} from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { EVENT } from './fixtures.js';

const CROWD: CrowdEvent = {
  ...EVENT,
  type: 'org.pullquote.crowd.v1',
  data: { fact: 'viewed', week: '2026-W47', figure: 41, threshold: 15, epsilon: 1, interval: [35, 47] },
};
const HELD: StatusHeldEvent = {
  ...EVENT,
  type: 'org.pullquote.status-held.v1',
  subject: 'https://publisher.example/.well-known/status.jwt',
  data: { day: '2026-11-22', iat: 1_795_348_800 },
};

function codeOf(input: unknown): string {
  try {
    parseEvent(input);
  } catch (error) {
    if (error instanceof EventsError) return error.code;
    throw error;
  }
  return 'accepted';
}

it('accepts both lanes, and the list that is held', () => {
  expect(parseEvent(HELD)).toEqual(HELD);
  expect(parseEvent(EVENT)).toEqual(EVENT);
  expect(parseEvent(CROWD)).toEqual(CROWD);
  expect(codeOfType('org.pullquote.reshared.v1')).toBe('reshared');
});

describe('refuses', () => {
  it.each([
    ['a time', { ...EVENT, time: '2026-11-22T10:11:12Z' }, 'unknown-field'],
    ['an extension', { ...EVENT, member: 'dr-7' }, 'unknown-field'],
    ['a time in the data', { ...EVENT, data: { ...EVENT.data, time: 1 } }, 'unknown-field'],
    ['a comment in the data', { ...EVENT, data: { ...EVENT.data, comment: 'Mrs Jones' } }, 'unknown-field'],
    ['a thread in the data', { ...EVENT, data: { ...EVENT.data, thread: 3 } }, 'unknown-field'],
    ['a crowd figure with a member', { ...CROWD, data: { ...CROWD.data, members: ['dr-7'] } }, 'unknown-field'],
    ['an hour in place of a day', { ...EVENT, data: { ...EVENT.data, day: '2026-11-22T10' } }, 'unknown-value'],
    ['a day that does not exist', { ...EVENT, data: { ...EVENT.data, day: '2026-02-30' } }, 'unknown-value'],
    ['a week 54', { ...CROWD, data: { ...CROWD.data, week: '2026-W54' } }, 'unknown-value'],
    ['a crowd code in the public lane', { ...EVENT, type: 'org.pullquote.viewed.v1' }, 'unknown-value'],
    ['a public code in the crowd lane', { ...CROWD, data: { ...CROWD.data, fact: 'shared' } }, 'unknown-value'],
    ['a later version', { ...EVENT, type: 'org.pullquote.shared.v2' }, 'unknown-value'],
    ['another spec version', { ...EVENT, specversion: '0.3' }, 'unknown-value'],
    ['a subject in words', { ...EVENT, subject: 'Lipitor for Mrs Jones' }, 'unknown-value'],
    ['depth 0', { ...EVENT, data: { ...EVENT.data, depth: 0 } }, 'unknown-value'],
    ['a figure of nobody', { ...CROWD, data: { ...CROWD.data, figure: 0 } }, 'unknown-value'],
    ['a figure with a fraction', { ...CROWD, data: { ...CROWD.data, figure: 15.5 } }, 'unknown-value'],
    ['a figure below its threshold', { ...CROWD, data: { ...CROWD.data, threshold: 42 } }, 'unknown-value'],
    ['a figure outside its interval', { ...CROWD, data: { ...CROWD.data, interval: [42, 47] } }, 'unknown-value'],
    ['an interval of fewer than nobody', { ...CROWD, data: { ...CROWD.data, interval: [-1, 47] } }, 'unknown-value'],
    ['no privacy parameter', { ...CROWD, data: { ...CROWD.data, epsilon: 0 } }, 'unknown-value'],
    ['a day in place of a week', { ...CROWD, data: { ...CROWD.data, week: '2026-11-22' } }, 'unknown-value'],
    ['a week 53 that the year has not', { ...CROWD, data: { ...CROWD.data, week: '2025-W53' } }, 'unknown-value'],
    ['a list of an item', { ...HELD, subject: EVENT.subject.replace('urn:', 'urn ') }, 'unknown-value'],
    ['a list with a time', { ...HELD, data: { ...HELD.data, checked: 1 } }, 'unknown-field'],
    ['three bounds', { ...CROWD, data: { ...CROWD.data, interval: [1, 2, 3] } }, 'unknown-value'],
    ['no data', { ...EVENT, data: undefined }, 'malformed'],
    ['no type', { ...EVENT, type: undefined }, 'malformed'],
  ])('%s', (_, input, code) => {
    expect(codeOf(input)).toBe(code);
  });

  it.each([null, [], 'event', 7])('%j', (input) => {
    expect(codeOf(input)).not.toBe('accepted');
  });
});
