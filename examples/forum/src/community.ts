/** One item of the library, as the community server holds it. */
export interface ShareableItem {
  readonly url: string;
  readonly title: string;
  /** Under the name that the community's moderators gave it. */
  readonly publisher: { readonly origin: string; readonly name: string };
  readonly promotionalStatus: string | undefined;
  /** How many passages are approved for quoting. */
  readonly excerpts: number;
}

/** What came of closing a day. */
export interface DayClosed {
  /** Events that publishers took in. */
  readonly delivered: number;
  /** Batches that could not be handed over yet; they are kept. */
  readonly outbox: readonly { readonly events: number }[];
}

/** What came of closing a week. */
export interface WeekClosed extends DayClosed {
  readonly week: string;
  /** What was put on its way: figures of crowds name the week as their day. */
  readonly released: readonly { readonly day: string; readonly events: number }[];
}

/** What the forum uses of the community server that is mounted at /pq/. */
export interface Community {
  fetch(request: Request): Promise<Response>;
  /** The items that this reader can share now. */
  items(reader: { readonly hcp: boolean }): readonly ShareableItem[];
  /** Moves the counting lane's clock on by one day. */
  closeDay(): Promise<DayClosed>;
  /** Moves it on to the next Monday. */
  closeWeek(): Promise<WeekClosed>;
}
