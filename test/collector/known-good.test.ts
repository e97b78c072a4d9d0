import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeEvent } from '../../packages/collector/src/intake/judge-event.js';
import { judgeQuickly, KnownGood } from '../../packages/collector/src/intake/known-good.js';
import { COMMUNITY, event } from './setup.js';

const bounds = { community: COMMUNITY, lastDay: '2026-11-22' };

/** Values for each field, good ones often, so that the parts are known and meet the bad ones. */
const good = {
  specversion: fc.constant('1.0'),
  id: fc.constantFrom('a'.repeat(21), 'b'.repeat(21)),
  source: fc.constant(COMMUNITY),
  type: fc.constantFrom('org.pullquote.shared.v1', 'org.pullquote.reshared.v1', 'org.pullquote.quoted.v1'),
  datacontenttype: fc.constant('application/json'),
  subject: fc.constantFrom('urn:x1:a', 'urn:x1:b'),
};
const goodData = {
  version: fc.constantFrom(1, 2, 1_000_000),
  country: fc.constantFrom('US', 'GB'),
  depth: fc.constantFrom(1, 2, 3),
  day: fc.constantFrom('2026-11-21', '2026-11-22', '2026-11-23', '2026-02-30'),
};
const bad = fc.constantFrom<unknown>(
  ...[undefined, null, '', '1', 1, 0, -1, 1.5, 4, 1e9, NaN, true, [], {}, 'us', 'urn:x1:a b', 'urn:x1:a '],
  ...[
    `s${COMMUNITY}`,
    `${COMMUNITY}/`,
    'org.pullquote.crowd.v1',
    'org.pullquote.shared.v1 1',
    '2026-11-21T00:00',
    '1.00',
  ],
);
const values = fc
  .record({
    base: fc.record(good),
    data: fc.record(goodData),
    spoil: fc.array(fc.tuple(fc.constantFrom(...Object.keys(good), 'data', 'time', '__proto__'), bad), {
      maxLength: 1,
    }),
    spoilData: fc.array(fc.tuple(fc.constantFrom(...Object.keys(goodData), 'thread', 'toString'), bad), {
      maxLength: 1,
    }),
    without: fc.option(fc.constantFrom(...Object.keys(good), 'data'), { freq: 8 }),
  })
  .map(({ base, data, spoil, spoilData, without }) => {
    const own = (object: object, pairs: readonly (readonly [string, unknown])[]) =>
      // As JSON.parse makes it: a field named __proto__ is a field.
      pairs.reduce(
        (o, [key, value]) => Object.defineProperty(o, key, { value, enumerable: true, configurable: true }),
        object,
      );
    const fields = Object.entries({ ...base, data: own({ ...data }, spoilData) });
    return own(Object.fromEntries(fields.filter(([name]) => name !== without)), spoil);
  });

describe('what is like something before', () => {
  it('is judged exactly as the schema judges it', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 5, maxLength: 60 }), (list) => {
        const known = new KnownGood();
        for (const value of list) expect(judgeQuickly(value, bounds, known)).toEqual(judgeEvent(value, bounds));
      }),
      { numRuns: 300 },
    );
  });

  it('is known after the first', () => {
    const known = new KnownGood();
    const first = event();
    expect(known.recognise(first, bounds)).toBeUndefined();
    judgeQuickly(first, bounds, known);
    const next = event();
    expect(known.recognise(next, bounds)).toBe(next);
    expect(known.recognise(next, { ...bounds, lastDay: '2026-11-20' })).toBeUndefined();
    expect(known.recognise(next, { ...bounds, community: 'https://other.example' })).toBeUndefined();
    expect(known.recognise({ ...next, data: { ...next.data, depth: 2 } }, bounds)).toBeUndefined();
  });

  it('is forgotten before it fills the memory', () => {
    const known = new KnownGood();
    for (let i = 0; i < 30_000; i++) known.learn(event({}, { subject: `urn:x1:${i}` }));
    expect(known.recognise(event({}, { subject: 'urn:x1:1' }), bounds)).toBeUndefined();
    expect(known.recognise(event({}, { subject: 'urn:x1:29999' }), bounds)).toBeDefined();
  });
});
