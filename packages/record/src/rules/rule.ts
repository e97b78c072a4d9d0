import type { Content } from '../schema.js';
import type { PromotionalStatus } from '../vocabulary.js';

/** An error stops signing; a warning does not. */
export type Severity = 'error' | 'warning';

/** What a rule may know beside the record. What is left out is not known, and a rule that needs it says so. */
export interface LintContext {
  /** The day of the check, such as `2026-11-22`: rules have no clock. */
  readonly today: string;
  /** `proactive`: offered by the publisher; `reactive`: given in answer to a question that nobody prompted. */
  readonly share?: 'proactive' | 'reactive' | undefined;
  /** What is known of the pages that the item leads to, by address. */
  readonly linkTargets?: ReadonlyMap<string, PromotionalStatus> | undefined;
  /** Generic names of the products whose benefit and risk France is reassessing. */
  readonly reassessed?: readonly string[] | undefined;
  /** SHA-256 of each excerpt's text, by its id: `excerptHashes` makes it. Without it, signing checks the hashes alone. */
  readonly excerptHashes?: ReadonlyMap<string, string> | undefined;
}

export interface RuleContext extends LintContext {
  /** The countries of the audience for which the rule runs. */
  readonly countries: readonly string[];
}

/** What is wrong, at which field, and what to do. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly fix: string;
  /** The record alone cannot tell: it warns only, and the message says what a person must look at. */
  readonly undecided?: true;
}

export interface RuleEntry {
  readonly id: string;
  /** Countries of the audience for which it runs. */
  readonly where: 'all' | readonly string[];
  readonly severity: Severity;
  /** Countries in which it weighs differently; among several countries the strictest holds. */
  readonly severityIn?: Readonly<Record<string, Severity>>;
  /** False while nobody has read the source: such a rule only ever warns. */
  readonly confirmed: boolean;
  readonly citation: string;
  /** One sentence for people: when it applies, and what must hold. */
  readonly checks: string;
}

export interface Rule extends RuleEntry {
  readonly check: (record: Content, context: RuleContext) => Iterable<Problem>;
}
