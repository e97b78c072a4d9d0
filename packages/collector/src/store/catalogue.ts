/** What a publisher has published, as its own folder says it. */
export interface CatalogueItem {
  /** The item's URN. */
  readonly item: string;
  readonly version: number;
  readonly title?: string | undefined;
  /** The day from which this collector knows it as published. */
  readonly since: string;
  /** Set once it is withdrawn, and then for good. */
  readonly recall?: CatalogueRecall | undefined;
}

export interface CatalogueRecall {
  /** Seconds since 1970, of the signed tombstone: every status list from then on says it. */
  readonly iat: number;
  readonly day: string;
  readonly reason?: string | undefined;
}

export interface Catalogue {
  /** Ordered by item and version; `readDay` is the last day on which the folder was read, absent as long as it never was. */
  read(publisher: string): Promise<{ readonly readDay?: string | undefined; readonly items: readonly CatalogueItem[] }>;
  /**
   * Replaces it. An item and version that was known before keeps its `since`, and its recall where the new one has none: what was
   * withdrawn stays withdrawn.
   */
  save(publisher: string, items: readonly CatalogueItem[], day: string): Promise<void>;
}
