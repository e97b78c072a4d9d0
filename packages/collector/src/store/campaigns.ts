export type CampaignKind = 'congress' | 'launch' | 'guideline' | 'other';

/** A window of the publisher's own calendar. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly kind: CampaignKind;
  /** Both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** The one item that it is about; without one, all of the publisher's. */
  readonly item?: string | undefined;
}

export interface Campaigns {
  /** Ordered by first day, then by id. */
  list(publisher: string): Promise<Campaign[]>;
  /** Adds it, or replaces this publisher's one with the same id. */
  save(publisher: string, campaign: Campaign): Promise<void>;
  /** @returns false when this publisher has no such campaign */
  remove(publisher: string, id: string): Promise<boolean>;
}
