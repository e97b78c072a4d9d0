/** First and last day, both included; a side that is left out is open. */
export interface DayRange {
  /** `2026-11-22` */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** First and last ISO week, both included; a side that is left out is open. */
export interface WeekRange {
  /** `2026-W47` */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
