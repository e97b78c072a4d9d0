import { computed, notComputable } from '../computed.js';
import type { Computed } from '../types.js';

/** What a community's server said of the status list that it holds. */
export interface Held {
  readonly community: string;
  readonly day: string;
  /** The list's `iat`, seconds since 1970. */
  readonly iat: number;
}

export interface Recall {
  readonly sharedIn: number;
  readonly heldBy: number;
  /** 0 to 1. */
  readonly coverage: Computed;
  readonly communities: {
    readonly community: string;
    readonly state: 'holds' | 'older-list' | 'not-told';
    readonly since: string | null;
    readonly lastTold: string | null;
  }[];
  readonly progress: { readonly day: string; readonly held: number }[];
}

/**
 * How far a recall has come: communities whose server holds a list that says it ÷ communities where the item was posted.
 * @param iat of the recall: every list from then on says it, and withdrawn is for good
 * @param communities where the item was posted, each once
 */
export function recallCoverage(iat: number, communities: readonly string[], told: readonly Held[]): Recall {
  const rows = communities.map((community) => {
    const own = told.filter((held) => held.community === community);
    const since = least(own.filter((held) => held.iat >= iat).map(({ day }) => day));
    const lastTold = greatest(own.map(({ day }) => day));
    const state = since !== null ? 'holds' : lastTold !== null ? 'older-list' : 'not-told';
    return { community, state, since, lastTold } as const;
  });
  const days = rows.flatMap(({ since }) => (since === null ? [] : [since])).sort();
  const progress = [...new Set(days)].map((day) => ({ day, held: days.filter((one) => one <= day).length }));
  return {
    sharedIn: rows.length,
    heldBy: days.length,
    coverage: rows.length === 0 ? notComputable('shared-nowhere') : computed(days.length / rows.length),
    communities: rows,
    progress,
  };
}

function least(days: readonly string[]): string | null {
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}

function greatest(days: readonly string[]): string | null {
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
}
