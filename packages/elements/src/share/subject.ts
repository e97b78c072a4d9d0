/** What somebody wants to share. */
export interface ShareSubject {
  /** Item URL or item link. */
  readonly item: string;
  readonly excerpt?: string | undefined;
  /** Depth of the post to be made. */
  readonly depth: number;
}
