import type * as Amiss from './amiss.js';

let loaded: typeof Amiss | undefined;

/** What is said and drawn where an item does not stand, once it was loaded. */
export const amiss = () => loaded;

/** Loads it. Where that fails, the state is still said in its words. */
export async function loadAmiss(): Promise<void> {
  loaded ??= await import('./amiss.js').catch(() => undefined);
}
