/** Why the collector could not do what its operator asked. Refusals of a sender's batch are answers, not errors. */
export type CollectorErrorCode =
  'config' | 'store' | 'busy' | 'clock' | 'trust' | 'key-not-confirmed' | 'unreachable' | 'usage';

/** The only error that this package throws on purpose: what was wrong, where, and what to do. */
export class CollectorError extends Error {
  override readonly name = 'CollectorError';
  constructor(
    readonly code: CollectorErrorCode,
    message: string,
  ) {
    super(message);
  }
}
