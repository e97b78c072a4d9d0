import { STATUS_CODES } from 'node:http';

/** Why a request was refused. The codes are stable; `detail` is for people. */
export type ProblemCode =
  | 'not-found'
  | 'method'
  | 'unknown-item'
  | 'withdrawn'
  | 'no-status-list'
  | 'cross-origin'
  | 'content-type'
  | 'too-large'
  | 'malformed'
  | 'not-signed-in'
  | 'not-hcp'
  | 'member'
  | 'quota'
  | 'busy'
  | 'not-moderator'
  | 'server-key'
  | 'internal';

/** RFC 9457 problem details. */
export function problem(status: number, code: ProblemCode, detail: string, headers?: Record<string, string>): Response {
  const title = STATUS_CODES[status] ?? 'Error';
  return new Response(JSON.stringify({ type: 'about:blank', title, status, code, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}
