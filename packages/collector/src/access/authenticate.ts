import type { Context } from 'hono';
import type { Publisher } from '../config.js';
import type { AccessKey } from '../store/access-keys.js';
import { idOfAccessKey } from './access-key.js';
import type { CollectorEnv } from './caller.js';
import type { KeyRefusal, Keys } from './keys.js';
import type { RateLimiter } from './rate-limit.js';
import { readSessionCookie } from './session-cookie.js';
import type { SignIns } from './sign-ins.js';

export interface Identity {
  readonly key: AccessKey;
  readonly publisher: Publisher;
  /** When the session ends, where the caller is a signed-in browser. */
  readonly until?: number | undefined;
}

export type Refusal =
  | { readonly refused: 'none' | 'ended' | 'scheme' | 'not-served' | KeyRefusal; readonly expired?: string | undefined }
  | { readonly refused: 'too-many'; readonly seconds: number };

export interface AuthenticatorOptions {
  readonly keys: Keys;
  readonly signIns: SignIns;
  readonly publishers: readonly Publisher[];
  readonly wrongKeys: RateLimiter;
}

export interface Authenticator {
  /** By the bearer key, or else by the session's cookie. */
  ofRequest(c: Context<CollectorEnv>, origin: string | undefined, address: string): Promise<Identity | Refusal>;
  /** By a key that was pasted or sent. */
  ofKey(text: string, address: string): Promise<Identity | Refusal>;
}

/** Ids that are remembered as having been right. A key beyond that many works as well; it only waits with the wrong ones. */
const MOST_SEEN = 10_000;

export function createAuthenticator({ keys, signIns, publishers, wrongKeys }: AuthenticatorOptions): Authenticator {
  /** Somebody else's guesses from behind the same proxy do not lock these keys out. */
  const seen = new Set<string>();

  /** A key names its one publisher. One that names none opens nothing. */
  async function identify(key: AccessKey, until?: number): Promise<Identity | Refusal> {
    const publisher = publishers.find(({ origin }) => origin === key.publisher);
    if (!publisher) return { refused: 'not-served' };
    await keys.used(key);
    return { key, publisher, until };
  }

  async function ofKey(text: string, address: string): Promise<Identity | Refusal> {
    const id = idOfAccessKey(text);
    const seconds = id !== undefined && seen.has(id) ? 0 : wrongKeys.wait(address);
    if (seconds > 0) return { refused: 'too-many', seconds };
    const key = await keys.check(text);
    if ('refused' in key) {
      wrongKeys.take(address);
      return key;
    }
    if (seen.size < MOST_SEEN) seen.add(key.id);
    return identify(key);
  }

  return {
    ofKey,
    async ofRequest(c, origin, address) {
      const header = c.req.header('authorization');
      if (header !== undefined) {
        const [, text] = /^Bearer +(\S+) *$/i.exec(header) ?? [];
        return text === undefined ? { refused: 'scheme' } : ofKey(text, address);
      }
      const token = origin === undefined ? undefined : readSessionCookie(c, origin);
      if (token === undefined) return { refused: 'none' };
      const found = await signIns.find(token);
      return found ? identify(found.key, found.until) : { refused: 'ended' };
    },
  };
}
