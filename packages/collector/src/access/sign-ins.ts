import { dayOf } from '@pullquote/events';
import { customAlphabet } from 'nanoid';
import type { AccessKey, AccessKeys, Sessions } from '../store/access-keys.js';
import { hashSecret } from './secret.js';

export interface SignIn {
  /** Goes into the browser's cookie and nowhere else. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface SignIns {
  start(key: AccessKey): Promise<SignIn>;
  /** Who signed in with this token, for as long as the session and its key hold. */
  find(token: string): Promise<{ readonly key: AccessKey; readonly until: number } | undefined>;
  end(token: string): Promise<void>;
}

const HOUR_MS = 3_600_000;
const randomPart = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 40);
/** When it ends, in base 36, then the random part. */
const TOKEN = /^([0-9a-z]{8,10})\.[0-9A-Za-z]{40}$/;

/**
 * The store keeps a session's last day alone. The moment at which it ends stands in the token, where nobody can change it: with another
 * moment the token has another hash, and no session.
 */
export function createSignIns(
  { sessions, accessKeys }: { sessions: Sessions; accessKeys: AccessKeys },
  clock: () => number,
  hours: number,
): SignIns {
  return {
    async start(key) {
      const now = clock();
      const until = now + hours * HOUR_MS;
      const token = `${until.toString(36)}.${randomPart()}`;
      await sessions.removeBefore(dayOf(now));
      await sessions.add(hashSecret(token), { key: key.id, lastDay: dayOf(until) });
      return { token, until };
    },
    async find(token) {
      const [, end] = TOKEN.exec(token) ?? [];
      const until = end === undefined ? 0 : Number.parseInt(end, 36);
      const now = clock();
      if (until <= now) return undefined;
      const session = await sessions.byHash(hashSecret(token));
      const key = session && (await accessKeys.list()).find(({ id }) => id === session.key);
      if (!key || key.revokedDay !== undefined || (key.lastDay !== undefined && key.lastDay < dayOf(now)))
        return undefined;
      return { key, until };
    },
    async end(token) {
      if (TOKEN.test(token)) await sessions.remove(hashSecret(token));
    },
  };
}
