import { isOpenKind, kindRefused } from './channel-kind.js';
import { CHANNELS, type Channel } from './channels.js';
import type { CommunityFile } from './community-file.js';
import type { RenderRecord } from './render-record.js';

/** Why a way is not offered. The first that applies. */
export type NotOffered =
  /** The service is gone. */
  | 'retired'
  /** The item answers one person's question. */
  | 'one-person'
  /** The publisher's reuse terms do not allow it. */
  | 'reuse-terms'
  /** Promotional items go to places for healthcare professionals alone. */
  | 'promotional'
  /** The publisher allows verified healthcare professionals only, and nobody checks that there. */
  | 'verified-only'
  /** This community does not send items to open networks. */
  | 'community';

export interface ChannelOffer {
  readonly channel: Channel;
  /** Undefined where it may be offered. */
  readonly not: NotOffered | undefined;
}

/**
 * Which ways this item may take in this community, and why not the others. Policy alone: what the browser can do, and
 * whether the item is current, is for others to say. What is unknown or malformed is not offered.
 */
export function channelsFor(
  record: RenderRecord,
  community: Pick<CommunityFile, 'openNetworks'>,
): readonly ChannelOffer[] {
  return CHANNELS.map((channel) => ({ channel, not: reason(channel, record, community) }));
}

function reason(
  { kind, status, needs }: Channel,
  record: RenderRecord,
  { openNetworks }: Pick<CommunityFile, 'openNetworks'>,
): NotOffered | undefined {
  if (status !== 'live') return 'retired';
  const refused = kindRefused(kind, record);
  if (refused) return refused;
  if (needs && !permits(needs, record.reuse)) return 'reuse-terms';
  if (!isOpenKind(kind)) return undefined;
  if (record.promotionalStatus === 'promotional') return 'promotional';
  if (record.reuse.requireVerifiedHcp !== false) return 'verified-only';
  return openNetworks === true ? undefined : 'community';
}

function permits(what: NonNullable<Channel['needs']>, { quote, print, download }: RenderRecord['reuse']): boolean {
  switch (what) {
    case 'quote':
      return quote === 'approved-only' || quote === 'max-length';
    case 'print':
      return print === true;
    case 'download':
      return download === true;
  }
}
