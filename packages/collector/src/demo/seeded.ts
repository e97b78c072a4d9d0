import { createCipheriv, createHash } from 'node:crypto';
import { uniformFrom, type RandomBytes, type Uniform } from '@pullquote/events';

const BLOCK = 65_536;
const ALPHABET = 'useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict';

export interface Seeded {
  /** Bytes for code that wants them, such as the noise of a crowd. */
  readonly bytes: RandomBytes;
  /** Exactly uniform; slower than `below`. */
  readonly uniform: Uniform;
  /** A whole number in [0, n), near enough to uniform for a demonstration. */
  readonly below: Uniform;
  /** In [0, 1). */
  readonly unit: () => number;
  /** Mean 0, standard deviation 1. */
  readonly normal: () => number;
  /** As a relay's own event ids look. */
  readonly id: () => string;
}

/** The same seed gives the same numbers on every machine: AES-CTR's key stream. For demonstration data, never for a secret. */
export function seeded(seed: string): Seeded {
  const digest = createHash('sha256').update(seed).digest();
  const cipher = createCipheriv('aes-128-ctr', digest.subarray(0, 16), digest.subarray(16, 32));
  const zeros = Buffer.alloc(BLOCK);
  let block = cipher.update(zeros);
  let at = 0;
  const take = (count: number): Buffer => {
    if (at + count > BLOCK) {
      block = cipher.update(zeros);
      at = 0;
    }
    at += count;
    return block.subarray(at - count, at);
  };
  const word = (): number => {
    if (at + 4 > BLOCK) {
      block = cipher.update(zeros);
      at = 0;
    }
    const value = block.readUInt32LE(at);
    at += 4;
    return value;
  };
  const unit = () => word() / 2 ** 32;
  const bytes: RandomBytes = take;
  return {
    bytes,
    uniform: uniformFrom(bytes),
    below: (below) => Math.floor(unit() * below),
    unit,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    id: () => {
      let id = '';
      for (const byte of take(21)) id += ALPHABET[byte & 63] ?? '';
      return id;
    },
  };
}
