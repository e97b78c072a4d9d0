import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPieces } from '../../packages/cli/src/read-pieces.js';
import { writePieces } from '../../packages/cli/src/write-pieces.js';

async function* inChunks(text: string, size: number): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
}

async function readAll(text: string, size = 7): Promise<unknown> {
  const list: unknown[] = [];
  const rest = (await readPieces(inChunks(text, size), 'list', (element) => list.push(element))) as object;
  return 'list' in rest && Array.isArray(rest.list) ? { ...rest, list } : rest;
}

const outside = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
const settled = { numRuns: 300 };

it('writes what JSON.stringify writes, and reads what JSON.parse reads, wherever the chunks end', async () => {
  await fc.assert(
    fc.asyncProperty(
      outside,
      fc.array(fc.jsonValue()),
      outside,
      fc.integer({ min: 1, max: 40 }),
      async (before, list, after, size) => {
        const whole = { ...before, list, ...after };
        if (!Array.isArray(whole.list)) return;
        const text = [...writePieces(whole, 'list', whole.list)].join('');
        const plain = JSON.parse(JSON.stringify(whole)) as unknown;
        expect(text).toBe(`${JSON.stringify(plain, null, 2)}\n`);
        expect(await readAll(text, size)).toEqual(plain);
        expect(await readAll(JSON.stringify(whole), size)).toEqual(plain);
      },
    ),
    settled,
  );
});

it('takes and refuses what JSON.parse takes and refuses, but for a second list of that name', async () => {
  const parts = ['{', '}', '[', ']', ',', ':', '"list"', '"a"', '1', 'null', ' ', '"\\""', '"]"', '\\'];
  const piles = fc.array(fc.constantFrom(...parts), { maxLength: 9 }).map((pile) => `{"list":[${pile.join('')}`);
  const edited = fc
    .tuple(fc.array(fc.jsonValue(), { maxLength: 3 }), fc.nat(), fc.nat(3), fc.constantFrom(...parts, ''))
    .map(([list, at, cut, put]) => {
      const text = JSON.stringify({ a: 'list', list, b: [[]] });
      return text.slice(0, at % text.length) + put + text.slice((at % text.length) + cut);
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(piles, edited), async (text) => {
      const parsed = (read: () => unknown) =>
        Promise.resolve()
          .then(read)
          .catch((error: unknown) => (error as Error).name);
      const got = await parsed(() => readAll(text, 3));
      if ((text.match(/"list"\s*:/g) ?? []).length > 1 && got === 'SyntaxError') return;
      expect(got).toEqual(await parsed(() => JSON.parse(text)));
    }),
    { numRuns: 2_000 },
  );
});

it('knows the name of the list in other spellings, and refuses a second one', async () => {
  expect(await readAll(' { "l\\u0069st" : [ {"a":"]"} , 2 ] } ')).toEqual({ list: [{ a: ']' }, 2] });
  await expect(readAll('{"list":[1],"list":[2]}')).rejects.toThrow(SyntaxError);
  expect(await readAll('{"list":"none"}')).toEqual({ list: 'none' });
  expect(await readAll('{"other":{"list":[1]}}')).toEqual({ other: { list: [1] } });
  expect(await readAll('[{"list":[1]}]')).toEqual([{ list: [1] }]);
});

it('hands each element on before the next is read, and passes on what its taker throws', async () => {
  const seen: unknown[] = [];
  const taken = readPieces(inChunks('{"list":[1,2,3]}', 1), 'list', (element, i) => {
    if (i === 1) throw new TypeError('no');
    seen.push(element);
  });
  await expect(taken).rejects.toThrow(TypeError);
  expect(seen).toEqual([1]);
});

it.each([
  ['one endless element', '{"list":["'],
  ['an endless text before the list', '{"a":"'],
])('bounds %s', async (_name, start) => {
  async function* endless() {
    yield start;
    for (;;) yield 'x'.repeat(64 * 1024);
  }
  await expect(readPieces(endless(), 'list', () => undefined)).rejects.toThrow(RangeError);
});
