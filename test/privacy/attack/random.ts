import { uniformFrom, type Uniform } from '@pullquote/events';
import { createCipheriv, createHash } from 'node:crypto';

const BLOCK = 65_536;

/** Seeded and yet as good as any: the key stream of AES in counter mode. The same numbers in every run, on every machine. */
export function seededUniform(seed: string): Uniform {
  const key = createHash('sha256').update(seed).digest();
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  const zeros = Buffer.alloc(BLOCK);
  let [block, at] = [Buffer.alloc(0), 0];
  return uniformFrom((count) => {
    if (at + count > block.length) [block, at] = [cipher.update(zeros), 0];
    at += count;
    return block.subarray(at - count, at);
  });
}

/** True once in `times`. */
export const oneIn = (times: number, random: Uniform): boolean => random(times) === 0;

/** Each size between the two is as likely by its order of magnitude as any other: there are more small communities than large ones. */
export function sizeBetween(least: number, most: number, random: Uniform): number {
  return Math.round(least * (most / least) ** (random(1_000_001) / 1_000_000));
}
