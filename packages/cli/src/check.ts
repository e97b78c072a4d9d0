import { RecordError } from '@pullquote/record';

/** One thing that was looked at in a published folder. */
export interface Check {
  readonly what: 'descriptor' | 'status list' | 'record' | 'tombstone' | 'folder';
  readonly name: string;
  readonly ok: boolean;
  /** What was found, or what is wrong and what to do. */
  readonly detail: string;
}

/** A failure as one line, for people. */
export function explain(error: unknown): string {
  if (error instanceof RecordError)
    return error.issues.length > 0 ? error.issues.slice(0, 5).join('; ') : error.message;
  if (error instanceof SyntaxError) return 'is not JSON. Publish again, and host the files unchanged.';
  if (!(error instanceof Error)) return 'cannot be read';
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}
