import type { Context } from 'hono';
import type { Doctor } from '../store/doctors.js';

/** What the session step finds out about a request before any page sees it. */
export interface Env {
  Variables: {
    /** The signed-in doctor; undefined on the sign-in page and for strangers. */
    doctor: Doctor | undefined;
    /** The cookie's value, also before signing in. */
    session: string;
    /** The token that forms and scripts of this session's pages send back. */
    csrf: string;
  };
}

export type ForumContext = Context<Env>;
