import type { DayRange, WeekRange } from './range.js';

/** Exact counts of public posts. */
export interface Figures {
  readonly shared: number;
  readonly reshared: number;
  readonly quoted: number;
}

export interface DayRow extends Figures {
  readonly day: string;
}
export interface ItemDayRow extends DayRow {
  /** The item's URN. */
  readonly item: string;
}
export interface CommunityDayRow extends DayRow {
  /** The community's origin. */
  readonly community: string;
  /** As the community's events said it. */
  readonly country: string;
}
export interface ItemWeekRow extends Figures {
  readonly item: string;
  readonly version: number;
  /** 1 a first post, 2 a reshare of a post, 3 anything deeper. */
  readonly depth: number;
  readonly week: string;
}
export interface ItemCommunityRow extends Figures {
  readonly item: string;
  readonly version: number;
  readonly community: string;
  /** First and last day on which it was reused there. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * What a publisher's public events add up to. Each list is a marginal that is kept at intake, never a scan of the events,
 * so that its length follows the calendar and not the traffic. Every marginal holds every event exactly once: their
 * totals agree to the unit. The full cross product of the dimensions is kept nowhere.
 */
export interface Counters {
  /** Ordered by day. For the publisher's own curve, campaigns, always-on. */
  days(publisher: string, range?: DayRange): Promise<DayRow[]>;
  /** Ordered by item and day. For an item's curve, half-life, peak to baseline, dead content. */
  itemDays(publisher: string, query?: DayRange & { readonly item?: string | undefined }): Promise<ItemDayRow[]>;
  /** The sum of `itemDays` in a range for each item, with its first and last day of reuse in that range. */
  items(
    publisher: string,
    range?: DayRange,
  ): Promise<(Figures & { item: string; firstDay: string; lastDay: string })[]>;
  /** Ordered by community, country and day. For a community's curve, and for who fell silent. */
  communityDays(
    publisher: string,
    query?: DayRange & { readonly community?: string | undefined },
  ): Promise<CommunityDayRow[]>;
  /** The sum of `communityDays` in a range for each community and country, with its first and last day in that range. */
  communities(
    publisher: string,
    range?: DayRange,
  ): Promise<(Figures & { community: string; country: string; firstDay: string; lastDay: string })[]>;
  /** Ordered by item, version, depth and week. For depth, versions, and stale versions in circulation. */
  itemWeeks(publisher: string, query?: WeekRange & { readonly item?: string | undefined }): Promise<ItemWeekRow[]>;
  /** Ordered by item, version and community; of all time. For reach, recall coverage, first and last seen. */
  itemCommunities(
    publisher: string,
    query?: { readonly item?: string | undefined; readonly community?: string | undefined },
  ): Promise<ItemCommunityRow[]>;
}
