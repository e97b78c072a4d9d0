import type { PrivateKey } from '@pullquote/record';

export interface BenchCommunity {
  readonly id: string;
  readonly key: PrivateKey;
  readonly file: unknown;
}
export interface Batch {
  readonly body: Buffer;
  readonly signature: string;
  /** Events. */
  readonly size: number;
}
export declare const PUBLISHER: string;
/** Milliseconds since 1970. */
export declare const NOW: number;
export declare function makeCommunities(): Promise<BenchCommunity[]>;
export declare function makeBatch(communities: readonly BenchCommunity[], n: number, size: number): Promise<Batch>;
