import { describe, expect, it } from 'vitest';
import { formsOf, numberForms } from './secrets/forms.js';
import { search } from './secrets/search.js';

describe('the search for secrets', () => {
  const secret = 'Mrs Appleyard-Tripp, 72?>';
  const needles = new Map([['patient', formsOf(secret)]]);

  it('finds one in every form, in the middle of anything', () => {
    for (const form of formsOf(secret)) {
      const hay = Buffer.concat([Buffer.from('…{"a":"'), form.bytes, Buffer.from('"}…')]);
      expect(search([{ where: 'hay', bytes: hay }], needles)).toContain(`patient (${form.name}) in hay`);
    }
  });

  it.each([0, 1, 2, 3])('finds one in base64 after %i other bytes', (before) => {
    for (const alphabet of ['base64', 'base64url'] as const) {
      const text = Buffer.from(`${'x'.repeat(before)}${secret} and more`).toString(alphabet);
      expect(search([{ where: 'hay', bytes: Buffer.from(text) }], needles)).toHaveLength(1);
    }
  });

  it('finds a moment in any unit of storage, and nothing where there is nothing', () => {
    const moment = 1_795_441_062_157;
    const forms = new Map([['moment', numberForms('milliseconds', moment)]]);
    const packed = Buffer.alloc(12);
    packed.writeUIntBE(moment, 4, 6);
    expect(search([{ where: 'a row', bytes: packed }], forms)).toEqual(['moment (milliseconds, big-endian) in a row']);
    expect(search([{ where: 'text', bytes: Buffer.from(`{"at":${moment}}`) }], forms)).toHaveLength(1);
    expect(search([{ where: 'text', bytes: Buffer.from('Nothing of it.') }], new Map([...needles, ...forms]))).toEqual(
      [],
    );
  });

  it('refuses one that is too short to be told from chance', () => {
    expect(() => formsOf('1337')).toThrow('five bytes');
  });
});
