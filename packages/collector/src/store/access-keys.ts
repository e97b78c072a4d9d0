export type Scope = 'read' | 'admin';

/** A key that opens reports. The key itself is kept nowhere: only its hash. */
export interface AccessKey {
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
  /** The one publisher that it opens; without one, all of this collector. */
  readonly publisher?: string | undefined;
  readonly createdDay: string;
  /** The last day on which it works. */
  readonly lastDay?: string | undefined;
  /** The last day on which it was used. */
  readonly usedDay?: string | undefined;
  readonly revokedDay?: string | undefined;
}

export interface AccessKeys {
  add(key: AccessKey, hash: string): Promise<void>;
  /** Revoked and run-out ones too: the caller decides. */
  byHash(hash: string): Promise<AccessKey | undefined>;
  /** Ordered by the day on which they were made, then by id. */
  list(): Promise<AccessKey[]>;
  /** Ends its sessions, too. @returns false when there is no such key, or it was revoked before */
  revoke(id: string, day: string): Promise<boolean>;
  used(id: string, day: string): Promise<void>;
}

/** A sign-in with an access key. */
export interface Session {
  /** The access key's id. */
  readonly key: string;
  /** The last day on which it works. */
  readonly lastDay: string;
}

export interface Sessions {
  add(hash: string, session: Session): Promise<void>;
  byHash(hash: string): Promise<Session | undefined>;
  remove(hash: string): Promise<void>;
  /** Those whose last day lies before this one. */
  removeBefore(day: string): Promise<void>;
}
