import { nanoid } from 'nanoid';

const KEY = 'pullquote.login';
/** A mark is so many random characters, and then the login's name. */
const NAME_AT = 21;

/**
 * Whether this page is still in the login in which it began. `erased`: a page of this browser has forgotten everything since,
 * as a logout does. `other`: somebody else has signed in.
 */
export type Standing = 'here' | 'erased' | 'other';

/**
 * A mark in this browser that every page of one login shares, and that changes when a login ends: what waits in a page that was
 * left open, or that comes back from the browser's history, must not go out under the next member's cookie.
 */
export class Login {
  #mark: string | null;

  /** @param name the host's own random name of this login; without one, every login of this browser looks the same */
  constructor(readonly name: string | undefined) {
    this.#mark = readMark();
    if (name && !this.#isOurs()) this.renew();
  }

  /** `erased` is said once. */
  look(): Standing {
    const mark = readMark();
    if (mark === this.#mark) return 'here';
    this.#mark = mark;
    return !this.name || this.#isOurs() ? 'erased' : 'other';
  }

  /** Tells every other page of this browser to forget what it holds. */
  renew(): void {
    this.#mark = nanoid(NAME_AT) + (this.name ?? '');
    try {
      localStorage.setItem(KEY, this.#mark);
    } catch {
      this.#mark = readMark(); // Nothing can be kept here, so no other page can be told.
    }
  }

  #isOurs(): boolean {
    return this.#mark?.slice(NAME_AT) === this.name;
  }
}

function readMark(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
