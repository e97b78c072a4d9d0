import type { KeySet, PublicKey } from '@pullquote/record';

export interface TrustedKey {
  readonly kid: string;
  /** RFC 7638, what people compare. */
  readonly thumbprint: string;
}

export interface TrustedCommunity {
  /** The community's origin. */
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly funding?: string | undefined;
  /** The day on which it was first trusted. */
  readonly since: string;
  readonly keys: readonly TrustedKey[];
}

export interface CommunityKeys {
  readonly id: string;
  readonly jwks: KeySet;
}

export interface CommunityToSave extends Omit<TrustedCommunity, 'keys'> {
  readonly keys: readonly { readonly thumbprint: string; readonly key: PublicKey }[];
}

/** Whom the publisher trusts, and their keys. */
export interface Communities {
  /** Ordered by id. */
  list(): Promise<TrustedCommunity[]>;
  /** Whose key this is. */
  byKey(kid: string): Promise<CommunityKeys | undefined>;
  /**
   * Replaces what is known of a community, `since` apart, if its keys are still those that the caller has seen.
   * @returns `changed` when they are not, `kid-taken` when another community has a key with one of these kids
   */
  save(community: CommunityToSave, seen: readonly string[]): Promise<'saved' | 'changed' | 'kid-taken'>;
}
