import type { Quotation } from './quotation.js';

/** What somebody wants to share. */
export interface ShareSubject {
  /** Item URL or item link. */
  readonly item: string;
  readonly excerpt?: string | undefined;
  /** Depth of the post to be made. */
  readonly depth: number;
  /** Present where the doctor started from a passage of the text: then the post is a quote. */
  readonly quote?:
    { /** Where the passage is not an approved one. */ readonly own?: Quotation | undefined } | undefined;
}
