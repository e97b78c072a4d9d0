import type { RandomBytes } from '@pullquote/events';
import { randomBytes } from 'node:crypto';

const POOL = 65_536;

/** Cryptographic bytes, fetched by the heap: a week's close draws some million. Each byte is given out once. */
export function pooledBytes(): RandomBytes {
  let [pool, at] = [Buffer.alloc(0), 0];
  return (count) => {
    if (at + count > pool.length) [pool, at] = [randomBytes(Math.max(POOL, count)), 0];
    at += count;
    return pool.subarray(at - count, at);
  };
}
