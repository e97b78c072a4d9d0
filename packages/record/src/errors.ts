/** Every way in which this package refuses its input. The codes are stable; the messages are for people. */
export type RecordErrorCode =
  | 'base64url'
  | 'digest'
  | 'folder'
  | 'jws-format'
  | 'jws-header'
  | 'jws-signature'
  | 'key'
  | 'link'
  | 'record'
  | 'status-list';

/** The only error that parsing, signing and verifying throw: what was wrong, where, and what to do. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  constructor(
    readonly code: RecordErrorCode,
    message: string,
    /** The fields that were wrong, as `path: what to do`, when a schema refused the input. */
    readonly issues: readonly string[] = [],
  ) {
    super(message);
  }
}
