import type { FactDraft } from '@pullquote/events';

/** A fact was made on this page and queued for the community's own server. For the host page to see, not to answer. */
export class PqFactEvent extends Event {
  constructor(readonly fact: FactDraft) {
    super('pq-fact', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'pq-fact': PqFactEvent;
  }
}
