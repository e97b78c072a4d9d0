import type { Thread } from './store/threads.js';

/** A discussion that a doctor can share into, as Pullquote's dialog reads it. */
export interface Destination {
  readonly id: string;
  readonly label: string;
  readonly specialty: string;
  /** Whether every member can read it: a share into a restricted one is private and never told one by one. */
  readonly visibility: 'members' | 'restricted';
}

export function destinationOf(thread: Thread): Destination {
  return {
    id: String(thread.id),
    label: `${thread.title} · ${thread.forumName}`,
    specialty: thread.specialty,
    visibility: thread.restricted ? 'restricted' : 'members',
  };
}
