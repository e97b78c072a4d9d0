import type { FactDraft } from './fact.js';

/** What a fact would tell the publisher, in plain words, and the fact itself. */
export interface Preview {
  /** One sentence for the doctor. */
  readonly sentence: string;
  /** The exact fact, or undefined when nothing would be sent. */
  readonly fact?: FactDraft | undefined;
}

/**
 * All that the elements know of counting. Without a port they say "Nothing will be sent", and nothing is.
 */
export interface FactPort {
  /** What recording this would tell the publisher. Records nothing. */
  preview(draft: FactDraft): Preview;
  /** Queues the fact for the community's own server. Returns at once and never throws. */
  record(draft: FactDraft): void;
}
