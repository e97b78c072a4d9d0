import type { Computed, Reason } from './types.js';

/** @throws RangeError for what is no number: a formula that reaches this has forgotten a case */
export function computed(value: number): Computed {
  if (!Number.isFinite(value)) throw new RangeError('A computed figure must be a finite number.');
  return { state: 'computed', value };
}

export function notComputable(reason: Reason): Computed {
  return { state: 'not-computable', reason };
}
