import type { Form } from './forms.js';

/** Bytes under a name, to be searched. */
export interface Hay {
  readonly where: string;
  readonly bytes: Buffer;
}

/** Every form that stands somewhere, as a sentence. */
export function search(hay: readonly Hay[], needles: ReadonlyMap<string, readonly Form[]>): string[] {
  const found: string[] = [];
  for (const { where, bytes } of hay) {
    const lower = lowered(bytes);
    for (const [secret, forms] of needles)
      for (const { name, bytes: needle, anyCase } of forms)
        if (anyCase ? lower.includes(lowered(needle)) : bytes.includes(needle))
          found.push(`${secret} (${name}) in ${where}`);
  }
  return found;
}

/** ASCII alone: other bytes stay what they are. */
function lowered(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)));
}
