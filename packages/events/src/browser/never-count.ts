/** Says nothing of anybody: only that whoever uses this browser is not to be counted. */
const KEY = 'pullquote.never-count';

/** "Never count me": kept in this browser, or for this page where the browser keeps nothing. */
export class NeverCount {
  #here = false;

  get on(): boolean {
    try {
      return this.#here || localStorage.getItem(KEY) !== null;
    } catch {
      return this.#here;
    }
  }

  /** @returns whether it will still hold on the next page */
  set(on: boolean): boolean {
    this.#here = on;
    try {
      if (on) localStorage.setItem(KEY, '1');
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }
}
