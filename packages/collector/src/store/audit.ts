export interface AuditEntry {
  readonly day: string;
  /** An access key's id, or `command-line`. */
  readonly actor: string;
  /** The publisher whom it concerns; without one, the whole collector. */
  readonly publisher?: string | undefined;
  /** Such as `campaign.save`. */
  readonly action: string;
  /** What it was done to, such as the campaign's id. Never a secret. */
  readonly subject?: string | undefined;
}

/** Who changed what, by the day. Nothing is ever removed from it. */
export interface Audit {
  add(entry: AuditEntry): Promise<void>;
  /** The latest first; `before` is the `n` of the last one seen. With a publisher: its own alone. */
  list(query: {
    readonly publisher?: string | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  }): Promise<(AuditEntry & { readonly n: number })[]>;
}
