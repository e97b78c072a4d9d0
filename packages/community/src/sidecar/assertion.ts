import { createPublicKey, type KeyObject } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { Member } from '../config.js';
import { OnceOnly } from './once-only.js';

/** The longest that a forum may vouch for a member, in seconds. */
export const LONGEST_S = 60;
/** How far the forum's clock may differ from this one, in seconds. */
export const SKEW_S = 5;
export const ASSERTION_TYPE = 'pullquote-member+jwt';
/** The longest assertion that is looked at, in characters. */
const MOST_CHARACTERS = 2_048;

/** What the forum signs with: a secret that both hold, or a key of its own. */
export type ForumKey =
  { readonly alg: 'HS256'; readonly key: Uint8Array<ArrayBuffer> } | { readonly alg: 'ES256'; readonly key: KeyObject };

/** What the forum vouches for. */
export interface Vouched extends Member {
  readonly moderator: boolean;
}

/** Why an assertion says nothing. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/**
 * Reads a forum's word on who sends a request: a JWT `{ sub, hcp, iat, exp, aud, jti?, mod? }` that lives at most a minute. The
 * algorithm is the configured key's, whatever the header says. With a `jti` it counts once; without, it can be sent again until
 * it is over, which brings nothing: facts carry ids of their own and are bound by doctor, item and week.
 */
export class Assertions {
  readonly #used: OnceOnly;

  constructor(
    private readonly forum: ForumKey,
    /** The community's origin. */
    private readonly audience: string,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {
    this.#used = new OnceOnly(now);
  }

  /** @throws AssertionError */
  async read(token: string): Promise<Vouched> {
    if (token.length > MOST_CHARACTERS) throw new AssertionError(`has over ${MOST_CHARACTERS} characters`);
    const { sub, hcp, iat = 0, exp = 0, jti, mod } = await this.#verify(token);
    if (sub === undefined || sub === '') throw new AssertionError('sub: is empty; it must be the member’s id');
    if (typeof hcp !== 'boolean') throw new AssertionError('hcp: must be true or false');
    if (mod !== undefined && typeof mod !== 'boolean') throw new AssertionError('mod: must be true or false');
    if (exp - iat > LONGEST_S || exp <= iat)
      throw new AssertionError(`exp: must follow iat within ${LONGEST_S} seconds`);
    if (iat > this.now() / 1_000 + SKEW_S) throw new AssertionError('iat: lies in the future; set the clocks');
    if (jti !== undefined && (typeof jti !== 'string' || !this.#used.take(jti, (exp + SKEW_S) * 1_000)))
      throw new AssertionError('jti: was used before');
    return { id: sub, hcp, moderator: mod === true };
  }

  async #verify(token: string) {
    try {
      const { payload } = await jwtVerify(token, this.forum.key, {
        algorithms: [this.forum.alg],
        typ: ASSERTION_TYPE,
        audience: this.audience,
        requiredClaims: ['sub', 'iat', 'exp', 'aud', 'hcp'],
        clockTolerance: SKEW_S,
        currentDate: new Date(this.now()),
      });
      return payload;
    } catch (error) {
      throw new AssertionError(error instanceof errors.JOSEError ? error.message : 'is not a JWT');
    }
  }
}

/** A secret of 32 bytes or more, or a P-256 public key in PEM; undefined where the text is neither. */
export function forumKey(text: string): ForumKey | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith('-----BEGIN PUBLIC KEY-----')) {
    const key = createPublicKey(trimmed);
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? { alg: 'ES256', key } : undefined;
  }
  const key = new TextEncoder().encode(trimmed);
  return key.byteLength >= 32 && !trimmed.startsWith('-----') ? { alg: 'HS256', key } : undefined;
}
