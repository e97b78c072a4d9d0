import type * as Facts from './facts/follow.js';

let loaded: Promise<typeof Facts | undefined> | undefined;

/** What counts in crowds; where it is blocked nothing is, and nobody asks for it a second time. */
export function loadFacts(): Promise<typeof Facts | undefined> {
  return (loaded ??= import('./facts/follow.js').catch(() => undefined));
}
