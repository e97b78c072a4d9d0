/** What a command may do to its terminal; tests pass their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Undefined where nobody can answer. */
  readonly ask:
    | {
        confirm(question: string): Promise<boolean>;
        text(question: string, initial: string): Promise<string | undefined>;
      }
    | undefined;
}

/** What somebody else wrote, made fit for a terminal: one line, no control characters. */
export function plain(text: string, most = 200): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, most);
}
