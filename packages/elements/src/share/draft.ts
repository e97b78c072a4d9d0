import type { Destination } from '../share-event.js';

/** What the doctor says of a tie to the sponsor. Nothing, unless they choose to. */
export type Tie = 'unsaid' | 'none' | 'some';

/** What the doctor has put in so far for one item. It lives in memory alone, and ends with the page. */
export interface Draft {
  readonly comment: string;
  readonly chosen: Destination | undefined;
  /** Id of the chosen excerpt; empty for none. */
  readonly excerpt: string;
  /** The excerpt that the share was opened with. */
  readonly start: string;
  readonly tie: Tie;
}

export type DraftChange = (change: Partial<Draft>) => void;

export function blankDraft(start: string): Draft {
  return { comment: '', chosen: undefined, excerpt: start, start, tie: 'unsaid' };
}

/** Whether there is something to lose. */
export function isBegun({ comment, excerpt, start, tie }: Draft): boolean {
  return comment.trim() !== '' || tie !== 'unsaid' || excerpt !== start;
}
