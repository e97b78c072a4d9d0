import type { FactDraft } from './fact.js';
import type { FactContext, Happening } from './to-fact.js';

/** What a fact would tell the publisher, or why it tells nothing; the words for it are the elements'. */
export type Tells =
  /** One post, by its day. */
  | 'post'
  /** Nothing about one doctor: a weekly figure of many. */
  | 'crowd'
  /** Global Privacy Control is on. */
  | 'browser-refuses'
  /** The doctor asked never to be counted. */
  | 'never'
  /** The fact code is not in the vocabulary. */
  | 'not-counted'
  | 'counts-nothing'
  /** It was shared privately, which is counted in crowds alone. */
  | 'private'
  /** The community counts public posts alone. */
  | 'posts-only'
  /** No post of this kind stands at this depth. */
  | 'depth'
  /** The page has stopped counting. */
  | 'ended'
  /** The community's setting is none that we know. */
  | 'unknown';

export interface Preview {
  readonly tells: Tells;
  /** The exact fact, or undefined when nothing would be sent. */
  readonly fact?: FactDraft | undefined;
}

/** What an element knows of where something happened; what is counted at all, counting knows. */
export type FactAbout = Omit<FactContext, 'count' | 'objects'>;

/**
 * All that the elements know of counting. Without a port they say "Nothing will be sent", and nothing is.
 */
export interface FactPort {
  /** The fact that this is, or undefined where it is not counted. Records nothing. */
  make(happening: Happening, about: FactAbout): FactDraft | undefined;
  /** What recording this would tell the publisher. Records nothing. */
  preview(draft: FactDraft): Preview;
  /** Queues the fact for the community's own server. Returns at once and never throws. */
  record(draft: FactDraft): void;
}
