/** What a command may do to its terminal; tests pass their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** A person reads it, so weight and dimness may be used. */
  readonly styled?: boolean;
  /** Writes over the line that it wrote last; undefined where nobody watches. */
  readonly rewrite?: ((text: string) => void) | undefined;
  /** Asks yes or no; undefined where nobody can answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
}
