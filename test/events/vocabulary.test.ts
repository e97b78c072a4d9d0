import { CROWD_FACTS, laneOf, PUBLIC_FACTS, SPECIALTIES } from '@pullquote/events';
import { expect, it } from 'vitest';

it('gives every fact code exactly one lane', () => {
  for (const code of PUBLIC_FACTS) expect(laneOf(code)).toBe('public');
  for (const code of CROWD_FACTS) expect(laneOf(code)).toBe('crowd');
  for (const specialty of SPECIALTIES) expect(laneOf(`room.${specialty}`)).toBe('crowd');
  expect(laneOf('excerpt.e3')).toBe('crowd');
  expect(laneOf('share-blocked.GB-02')).toBe('crowd');
  expect(laneOf('share-blocked.ALL-05')).toBe('crowd');
});

it.each([
  '',
  'Shared',
  'shared ',
  'liked',
  'room.',
  'room.astrology',
  'room.cardiology.7',
  'excerpt.',
  'excerpt.Mrs Jones, 72',
  `excerpt.${'e'.repeat(33)}`,
  'share-blocked.because',
  'share-blocked.XX-02',
  'share-blocked.GB-2',
  'media-progress.30',
  'constructor',
  'excerpt.e1\n',
])('knows no fact %j', (code) => {
  expect(laneOf(code)).toBeUndefined();
});
