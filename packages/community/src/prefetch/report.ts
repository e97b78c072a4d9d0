import { RecordError } from '@pullquote/record';
import { CommunityError, type PrefetchCode } from '../errors.js';

export interface PrefetchRefusal {
  /** `descriptor`, `status list`, `catalogue`, or a digest. */
  readonly subject: string;
  readonly code: PrefetchCode;
  readonly detail: string;
}

/** What one prefetch brought from one publisher. */
export interface PublisherReport {
  readonly origin: string;
  readonly name: string;
  /** `failed`: its descriptor could not be taken; what was held is still served. */
  readonly outcome: 'updated' | 'unchanged' | 'failed';
  /** Records that are new here. */
  readonly added: number;
  /** Versions that became known as withdrawn. */
  readonly withdrawn: number;
  /** Versions held now, tombstones included. */
  readonly held: number;
  /** Everything that is refused at present, old and new, the first hundred of it. */
  readonly refused: readonly PrefetchRefusal[];
  readonly refusedCount: number;
  /** Seconds since 1970; absent when no status list is held. */
  readonly status: { readonly iat: number; readonly exp: number } | undefined;
}

export interface RefreshReport {
  readonly publishers: readonly PublisherReport[];
}

/** What refused a publisher's file, in this package's codes. Anything unforeseen is `internal`, and still refused. */
export function refusalOf(subject: string, error: unknown): PrefetchRefusal {
  if (error instanceof CommunityError)
    return { subject, code: isPrefetch(error) ? error.code : 'internal', detail: error.message };
  if (error instanceof RecordError) return { subject, code: codeOf(error), detail: error.message };
  return { subject, code: 'internal', detail: 'This could not be processed. The log names the kind of error.' };
}

function isPrefetch(error: CommunityError): error is CommunityError<PrefetchCode> {
  return error.code !== 'config' && error.code !== 'key-file' && error.code !== 'demo-only';
}

function codeOf(error: RecordError): PrefetchCode {
  switch (error.code) {
    case 'jws-header':
    case 'jws-signature':
    case 'key':
      return 'signature';
    case 'digest':
      return 'digest';
    case 'base64url':
    case 'folder':
    case 'jws-format':
    case 'link':
    case 'record':
    case 'status-list':
      return 'malformed';
  }
}
