import type { ConnectOptions } from './connect.js';

/** What all copies of the SDK on one page share, whatever their version. Later versions may add to it, and change nothing. */
interface SharedPage {
  /** Version of the copy whose elements are in use. */
  version?: string;
  /** What the page gave last, to whichever copy. */
  options?: ConnectOptions;
}

const KEY: unique symbol = Symbol.for('pullquote');

export const sharedPage: SharedPage = ((globalThis as { [KEY]?: SharedPage })[KEY] ??= {});
