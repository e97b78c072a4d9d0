import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS_KEY_PATTERN, idOfAccessKey, makeAccessKey } from '../../../packages/collector/src/access/access-key.js';

describe('an access key', () => {
  it('is one word that a scanner finds by its pattern, and never the same twice', () => {
    const made = Array.from({ length: 500 }, () => makeAccessKey());
    for (const { id, text } of made) {
      expect(text).toMatch(ACCESS_KEY_PATTERN);
      expect(text).toMatch(/^\w{50}$/);
      expect(idOfAccessKey(text)).toBe(id);
    }
    expect(new Set(made.map(({ text }) => text)).size).toBe(500);
    expect(new Set(made.map(({ id }) => id)).size).toBe(500);
  });

  it('has a checksum that finds any one changed character, and any part that is missing', () => {
    const { text } = makeAccessKey();
    const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    fc.assert(
      fc.property(fc.nat({ max: 49 }), fc.constantFrom(...letters), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        return (changed === text) === (idOfAccessKey(changed) !== undefined);
      }),
      { seed: 7, numRuns: 2_000 },
    );
    for (let cut = 0; cut < 50; cut += 1) expect(idOfAccessKey(text.slice(0, cut))).toBeUndefined();
    expect(idOfAccessKey(`${text} `)).toBeUndefined();
    expect(idOfAccessKey(`Bearer ${text}`)).toBeUndefined();
  });

  it('keeps its checksum from one version to the next', () => {
    // Made once and written down: a change of the checksum would lock out every key there is.
    expect(idOfAccessKey('pqc_00000000ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef')).toBeUndefined();
    expect(idOfAccessKey('pqc_00000000ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef2t9YDH')).toBe('00000000');
  });
});
