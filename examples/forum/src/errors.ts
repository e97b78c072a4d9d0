/** Every way in which the forum refuses a request. The codes are stable; the messages are for people. */
export type ForumErrorCode =
  | 'sign-in'
  | 'origin'
  | 'csrf'
  | 'not-found'
  | 'too-large'
  | 'json'
  | 'place'
  | 'title'
  | 'empty-post'
  | 'doctor'
  | 'settings';

/** The HTTP status of each refusal. A restricted thread answers `not-found`: that it exists is nobody else's business. */
const STATUS = {
  'sign-in': 401,
  origin: 403,
  csrf: 403,
  'not-found': 404,
  'too-large': 413,
  json: 400,
  place: 422,
  title: 422,
  'empty-post': 422,
  doctor: 422,
  settings: 500,
} as const satisfies Record<ForumErrorCode, number>;

/** The only error that the forum's own code throws: what was wrong, and what to do. */
export class ForumError extends Error {
  override readonly name = 'ForumError';
  constructor(
    readonly code: ForumErrorCode,
    message: string,
  ) {
    super(message);
  }

  get status() {
    return STATUS[this.code];
  }
}
