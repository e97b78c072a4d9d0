/** What can go wrong in this package. The codes are stable; the messages are for people. */
export type CommunityErrorCode =
  /** The configuration; the message names the field. */
  | 'config'
  /** A key file of the community's own that can't be read. */
  | 'key-file'
  /** Asked for something that only a demonstration may do. */
  | 'demo-only'
  /** What the host said of a removed post; the message names the field. */
  | 'post'
  /** A publisher that is not listed here. */
  | 'publisher'
  /** The command line; the message says what to type. */
  | 'usage'
  | PrefetchCode;

/** Why something that a publisher serves was not taken. Answered in the refresh report, and counted. */
export type PrefetchCode =
  | 'unreachable'
  | 'http-status'
  | 'redirect'
  | 'content-type'
  | 'private-address'
  | 'too-large'
  | 'malformed'
  | 'origin'
  | 'status-url'
  | 'shared-keys'
  | 'unconfirmed-keys'
  | 'key-change'
  | 'quota'
  | 'signature'
  | 'digest'
  | 'issuer'
  | 'catalogue'
  | 'never-shareable'
  | 'id-taken'
  | 'version-taken'
  | 'url-taken'
  | 'list-older'
  | 'list-future'
  | 'internal';

/** The only error that this package throws on purpose: what was wrong, where, and what to do. */
export class CommunityError<Code extends CommunityErrorCode = CommunityErrorCode> extends Error {
  override readonly name = 'CommunityError';
  constructor(
    readonly code: Code,
    message: string,
  ) {
    super(message);
  }
}
