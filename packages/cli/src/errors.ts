/** Every way in which a command refuses. The codes are stable; the messages are for people. */
export type CliErrorCode =
  | 'usage'
  | 'project'
  | 'config'
  | 'key'
  | 'item'
  | 'missing'
  | 'import'
  | 'lint'
  | 'approval'
  | 'sign'
  | 'state'
  | 'withdrawn'
  | 'publish'
  | 'busy'
  | 'verify';

/** The only error that this package throws on purpose: what was wrong, where, and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';
  constructor(
    readonly code: CliErrorCode,
    message: string,
    /** One line for each thing to put right. */
    readonly issues: readonly string[] = [],
  ) {
    super(message);
  }
}
