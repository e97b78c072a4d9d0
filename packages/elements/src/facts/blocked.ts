import type { Refusal } from '../share/refusal.js';
import type { Assessment } from '../source/assess.js';
import { tell } from './tell.js';

/**
 * Counts that an item could not be shared because it does not stand, or its state is stale: that is rule ALL-05. Other
 * reasons are reuse terms, which are no rule of the linter.
 */
export function tellBlocked(found: Assessment, refused: Refusal): void {
  const stands = refused !== 'withdrawn' && refused !== 'unverified';
  if (!stands && found.verdict.state !== 'not-for-audience')
    void tell(document, found, { what: 'blocked', by: 'ALL-05' });
}
