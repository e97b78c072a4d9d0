import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  placeOf,
  toPage,
  type Place,
} from '../../../packages/collector/src/dashboard/browser/state/place.js';
import { PAGE_NAMES } from '../../../packages/collector/src/dashboard/paths.js';

const at = (address: string) => placeOf(new URL(address, 'https://collector.example'));
const text = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('an address', () => {
  it('holds the whole place, whatever stands in it', () => {
    const place = fc.record(
      {
        page: fc.constantFrom(...PAGE_NAMES),
        item: text,
        from: day,
        to: day,
        community: text,
        sort: text,
        show: text,
        publisher: text,
      },
      { requiredKeys: ['page'] },
    );
    fc.assert(
      fc.property(place, (one) => {
        expect(at(addressOf(one as Place))).toEqual(one);
      }),
    );
  });

  it('can be read by people', () => {
    expect(addressOf({ page: 'item', item: 'urn:pullquote:publisher.example:interactions', from: '2026-01-01' })).toBe(
      '/item?item=urn:pullquote:publisher.example:interactions&from=2026-01-01',
    );
    expect(addressOf({ page: 'between' })).toBe('/');
  });

  it.each(['/?from=yesterday', '/?from=2026-13-01', '/?from=2026-1-1', '/?to=', '/?from=%00'])(
    'leaves out a day that is none: %s',
    (address) => {
      expect(at(address)).toEqual({ page: 'between' });
    },
  );

  it('of another page is none of the dashboard’s', () => {
    expect(at('/sign-in?to=/')).toBeUndefined();
    expect(at('/v1/reports/items')).toBeUndefined();
  });

  it('of the next page keeps days and community, and nothing of this one', () => {
    const here: Place = {
      page: 'items',
      from: '2026-01-01',
      community: 'https://a.example',
      sort: '-posts',
      item: 'urn:x:y',
    };
    expect(addressOf(toPage(here, 'recalls'))).toBe('/recalls?from=2026-01-01&community=https://a.example');
  });
});
