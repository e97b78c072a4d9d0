import type { CrowdEvent, PublicFact, StatusHeldEvent } from '@pullquote/events';

/** Public posts that differ in nothing but their ids. */
export interface PublicCell {
  readonly fact: PublicFact;
  readonly item: string;
  readonly version: number;
  readonly country: string;
  readonly depth: number;
  readonly day: string;
  readonly ids: readonly string[];
  /** Where in the batch each of the ids stood. */
  readonly indexes: readonly number[];
}

/** What one community signed for one publisher, judged: all of it may be stored. */
export interface JudgedBatch {
  readonly publisher: string;
  readonly community: string;
  readonly cells: readonly PublicCell[];
  readonly crowds: readonly { readonly index: number; readonly event: CrowdEvent }[];
  readonly held: readonly { readonly index: number; readonly event: StatusHeldEvent }[];
  /** What was refused before: counted in the same transaction, on this day. */
  readonly refused: Readonly<Record<string, number>>;
  readonly today: string;
}

/** Why the store alone could know that an event has to be refused. */
export type StoreRefusal = 'id-reused' | 'figure-redrawn' | 'too-old';

export interface StoredBatch {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: readonly { readonly index: number; readonly code: StoreRefusal }[];
}

export interface BatchIntake {
  /**
   * Events, counters and refusals: all of it or none of it. Resolved means on disk.
   * An event of this community with an id that came before is a duplicate when it says the same, else refused.
   * @throws CollectorError `store` when nothing was stored
   */
  add(batch: JudgedBatch): Promise<StoredBatch>;
}
