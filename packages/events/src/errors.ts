/** Why a fact, an event or a batch was refused. The codes are stable: servers answer and count them. */
export type RefusalCode =
  'malformed' | 'unknown-field' | 'unknown-value' | 'too-large' | 'signature' | 'unknown-community';

export class EventsError extends Error {
  override readonly name = 'EventsError';
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
