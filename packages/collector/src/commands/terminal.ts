/** What a command may do to its terminal; tests pass their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Asks yes or no; undefined where nobody can answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
}
