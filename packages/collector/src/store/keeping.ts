/** What the store says of itself. */
export interface StoreState {
  /** Number of the schema. */
  readonly schema: number;
  /** Events of days before this one are kept no more, nor are their ids. Absent as long as nothing was removed. */
  readonly keptFrom?: string | undefined;
  /** The newest day of any event. */
  readonly newestDay?: string | undefined;
  /** Why the last write failed, until one succeeds. */
  readonly failure?: string | undefined;
}

export interface RebuildProgress {
  readonly done: number;
  readonly of: number;
}

/** Of a store of several servers: how each of them is. */
export interface ServersState {
  /** As the last `touch` found them. */
  readonly log: 'ok' | 'failing';
  readonly analytics: 'ok' | 'failing';
  /** Events that are acknowledged and not yet counted. Undefined where a server does not say. */
  readonly waiting: number | undefined;
}

/** How long what is kept, and whether it still agrees with itself. */
export interface Keeping {
  /** Asks the store itself, so it throws where the store can't be read. */
  state(): Promise<StoreState>;
  /** Writes a little and waits for the disk, so that it can be known that this works. @throws CollectorError `store` */
  touch(): Promise<void>;
  /** Absent where the store is a file. */
  servers?(): Promise<ServersState>;
  /** Resolves once everything that was acknowledged before is in every figure and in the log. */
  settled(): Promise<void>;
  /**
   * Removes events of days before `day`, and their ids with them; counters stay. From then on the store refuses such
   * days as `too-old`, for it could no longer tell a second copy from a first. @returns how many events went
   */
  prune(day: string): Promise<number>;
  /**
   * Counts every event anew. @returns how many counters differed from what they should have been
   * @throws CollectorError `store` when events were removed: counters could only lose by it
   */
  rebuild(progress?: (progress: RebuildProgress) => void): Promise<number>;
}
