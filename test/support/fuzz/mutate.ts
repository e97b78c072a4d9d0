import type { Random } from './random.js';

/** What has broken parsers before. */
const NASTY = [
  '', '0', '-1', '1e309', 'NaN', 'null', 'undefined', '[]', '{}', '"', "'", '\\', '../../etc/passwd', '%', '%zz', '%00', '\u0000',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '<script>', "' OR 1=1 --", '9'.repeat(400), 'a'.repeat(5_000),
  '2026-02-30', '2026-W53', '9999-12-31', '0000-00-00', 'https://publisher.example', '\ud800', '\u202e', 'ﷺ'.repeat(50),
]; // prettier-ignore

export function nasty(random: Random): string {
  return random.chance(0.2) ? random.text(random.below(60)) : random.pick(NASTY);
}

/** Cuts, repeats, swaps and replaces: most of the text stays what it was, so that it gets past the first check. */
export function mutateText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + random.below(8));
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + nasty(random) + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at, end).repeat(random.below(20)) + text.slice(at);
    case 3:
      return text.slice(0, at) + random.text(end - at) + text.slice(end);
    case 4:
      return text.slice(0, at);
    default:
      return nasty(random);
  }
}

export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  if (random.chance(0.2)) return copy.slice(0, random.below(copy.length + 1));
  for (let i = 0; i <= random.below(4); i += 1)
    if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
  return copy;
}

/** Puts something else somewhere into a value that is JSON. */
export function mutateValue(value: unknown, random: Random, depth = 0): unknown {
  if (random.chance(0.15) || depth > 6)
    return random.pick<unknown>([
      null,
      true,
      0,
      -1,
      1.5,
      2 ** 53,
      '',
      [],
      {},
      nasty(random),
      [[[[[]]]]],
      { a: { b: {} } },
    ]);
  if (Array.isArray(value)) {
    const list = value.map((one) => (random.chance(0.5) ? mutateValue(one, random, depth + 1) : (one as unknown)));
    if (random.chance(0.1)) list.push(...list.slice(0, 3));
    return list;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, one]): [string, unknown] => [
      random.chance(0.05) ? nasty(random) : name,
      random.chance(0.4) ? mutateValue(one, random, depth + 1) : one,
    ]);
    if (random.chance(0.1)) entries.push([nasty(random), nasty(random)]);
    if (random.chance(0.1)) entries.splice(random.below(entries.length + 1), 1);
    return Object.fromEntries(entries);
  }
  return random.chance(0.5) ? mutateText(String(value), random) : value;
}
