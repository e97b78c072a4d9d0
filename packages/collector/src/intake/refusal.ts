import type { StoreRefusal } from '../store/batch-intake.js';

/** Why a whole batch is answered with a problem (RFC 9457). */
export type BatchCode =
  | 'content-type'
  | 'signature-missing'
  | 'signature-malformed'
  | 'signature'
  | 'unknown-community'
  | 'unknown-publisher'
  | 'too-large'
  | 'too-slow'
  | 'malformed';

/** Why one event of a batch is refused while the others count. */
export type EventCode =
  'malformed' | 'unknown-field' | 'unknown-value' | 'source-mismatch' | 'depth-mismatch' | 'future-day' | StoreRefusal;

export type IntakeCode = BatchCode | EventCode;

/** Stands for the sender until a signature has proved who it is: nobody can spoil another community's figures. */
export const UNKNOWN = 'unknown';

export interface BatchRefusal {
  readonly code: BatchCode;
  /** Names the field and the fix. Never repeats what was sent. */
  readonly detail: string;
  /** The community's origin once its signature held, else `unknown`. */
  readonly community: string;
  /** The publisher's origin once its signature held, else `unknown`. */
  readonly publisher: string;
}

export interface EventRefusal {
  /** Position in the batch, from 0. */
  readonly index: number;
  readonly code: EventCode;
  readonly detail: string;
}

const WORDS: Record<IntakeCode, string> = {
  'content-type': 'Not sent as a CloudEvents batch',
  'signature-missing': 'Not signed',
  'signature-malformed': 'Signature header cannot be read',
  signature: 'Signature does not hold',
  'unknown-community': 'Signed with a key that is not trusted here',
  'unknown-publisher': 'Meant for a publisher that is not served here',
  'too-large': 'Larger than a batch may be',
  'too-slow': 'Took too long to arrive',
  malformed: 'Cannot be read, or a field is missing',
  'unknown-field': 'Holds a field that may not be sent',
  'unknown-value': 'Holds a value that may not be counted',
  'source-mismatch': 'Speaks for another community',
  'depth-mismatch': 'Depth and kind of post contradict each other',
  'future-day': 'Says a day that has not come yet',
  'id-reused': 'Uses the id of another event',
  'figure-redrawn': 'A second figure for a crowd that has been told of',
  'too-old': 'Of a day whose events are kept no more',
};

/** The reason in words for a report. A code from an older or newer store is shown as it is. */
export function refusalWords(code: string): string {
  return Object.hasOwn(WORDS, code) ? WORDS[code as IntakeCode] : code;
}
