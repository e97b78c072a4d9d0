import type { Log } from '../log.js';
import { AssertionError, type Assertions, type Vouched } from './assertion.js';

/** The request header in which a forum's proxy hands the assertion over, and the answer header in which a forum gives it. */
export const ASSERTION_HEADER = 'pullquote-member';
const TIMEOUT_MS = 5_000;

export interface VouchingOptions {
  readonly assertions: Assertions;
  /** The forum's own address that answers with an assertion; without it the request brings one in its header. */
  readonly ask?: string | undefined;
  readonly log: Log;
  readonly fetch?: typeof fetch;
}

/** Who the forum says has sent this request; null where it says nobody, or nothing that holds. @throws Error when it can't be asked */
export function vouching(options: VouchingOptions): (request: Request) => Promise<Vouched | null> {
  const { assertions, ask, log } = options;
  return async (request) => {
    const token = ask === undefined ? request.headers.get(ASSERTION_HEADER) : await askForum(ask, request, options);
    if (token === null || token === '') return null;
    try {
      return await assertions.read(token);
    } catch (error) {
      // The reason alone: what the token holds is a member's id.
      if (!(error instanceof AssertionError)) throw error;
      log.warn({ reason: error.message }, 'the forum’s assertion does not hold; nobody is taken to be signed in');
      return null;
    }
  };
}

/** The member's own cookie goes to their own forum, as if the browser had asked, and nothing else of the request. */
async function askForum(ask: string, request: Request, { fetch = globalThis.fetch }: VouchingOptions) {
  const cookie = request.headers.get('cookie');
  if (cookie === null) return null;
  const response = await fetch(ask, {
    headers: { cookie, accept: '*/*', 'user-agent': 'pullquote' },
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (response.ok) return response.headers.get(ASSERTION_HEADER);
  if (response.status === 401 || response.status === 403) return null;
  throw new Error(`The forum answered ${response.status}.`);
}
