import type { ContentRecord, Finding } from '@pullquote/record';
import type { Approval } from '../signed-index.js';

/** All that the page is made of. The same content makes the same page, byte for byte. */
export interface ProofContent {
  /** The item's file name. */
  readonly name: string;
  readonly publisher: string;
  readonly record: ContentRecord;
  readonly digest: string;
  /** The very bytes, as text. */
  readonly payload: string;
  readonly findings: readonly Finding[];
  /** Approvals that were entered before. */
  readonly approvals: readonly Approval[];
  /** Show every form with every approved excerpt, not with the first alone. */
  readonly everyExcerpt: boolean;
}
