import { expect, it } from 'vitest';
import { connect } from '../../packages/elements/src/connect.js';
import { reader } from '../../packages/elements/src/source/reader.js';

// A card that is judged for one reader and finds another starts again: a reader who is a new object each time would never end.
it('is one and the same for as long as the page says nothing else', () => {
  expect(reader()).toBe(reader());
  connect({ reader: { hcp: true, country: 'GB' } });
  expect(reader()).toBe(reader());
  expect(reader()).toEqual({ hcp: true, country: 'GB' });
  connect({});
  expect(reader()).toBe(reader());
  expect(reader()).toEqual({});
});
