import { nanoid } from 'nanoid';

/** As nanoid's own. */
const LENGTH = 21;
const AHEAD = 64;

let drawn = '';

/** → a fact's id. Many are drawn at once, for asking the browser for randomness was a third of what recording a fact costs. */
export function nextId(): string {
  drawn ||= nanoid(LENGTH * AHEAD);
  const id = drawn.slice(0, LENGTH);
  drawn = drawn.slice(LENGTH);
  return id;
}
