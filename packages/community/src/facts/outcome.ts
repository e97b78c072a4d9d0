import type { RefusalCode } from '@pullquote/events';

export type FactRefusalCode = RefusalCode | 'not-counted' | 'unknown-item' | 'bound' | 'too-old';

/** What became of one fact. */
export type Outcome = 'accepted' | 'duplicate' | { readonly code: FactRefusalCode; readonly detail: string };
