/** How a share reaches its readers, as the host page is asked. */
export type ShareChannel = 'discussion' | 'direct-message';

/** A place that an item can go to, as the host page describes it. */
export interface Destination {
  readonly id: string;
  readonly label: string;
  readonly specialty?: string | undefined;
  /** Who can read it. Anything but `members` makes the share private. */
  readonly visibility?: 'members' | 'restricted' | undefined;
  /** A discussion, unless it says otherwise. A direct message is always private. */
  readonly kind?: ShareChannel | undefined;
  /** Where the post can be seen, if the host says so when it has posted. */
  readonly url?: string | undefined;
}

export type ComposeFormat = 'html' | 'text';

export interface ShareRequest {
  /** Item URN. */
  readonly item: string;
  readonly version: number;
  readonly excerpt: string | undefined;
  /** Depth of the post to be made: 1 a first post, 2 a reshare, 3 deeper. */
  readonly depth: number;
  /** The destination's kind. */
  readonly channel: ShareChannel;
  readonly destination: Destination;
  /** The doctor's own words. */
  readonly comment: string;
  /** Comment, any statement of a tie to the sponsor, and label, kept apart, as the host will store them. */
  readonly compose: (format: ComposeFormat) => string;
}

/** A request to the host page: post this. The host answers with `respondWith` or `deny`; otherwise the doctor is told. */
export class PqShareEvent extends Event implements ShareRequest {
  readonly item: string;
  readonly version: number;
  readonly excerpt: string | undefined;
  readonly depth: number;
  readonly channel: ShareChannel;
  readonly destination: Destination;
  readonly comment: string;
  readonly compose: (format: ComposeFormat) => string;
  #answer: Promise<Destination | readonly Destination[]> | undefined;

  constructor(request: ShareRequest) {
    super('pq-share', { bubbles: true, composed: true, cancelable: true });
    this.item = request.item;
    this.version = request.version;
    this.excerpt = request.excerpt;
    this.depth = request.depth;
    this.channel = request.channel;
    this.destination = request.destination;
    this.comment = request.comment;
    this.compose = request.compose;
  }

  /** What the host answered, or undefined when nobody did. */
  get answer(): Promise<Destination | readonly Destination[]> | undefined {
    return this.#answer;
  }

  /** The promise resolves, once the post stands, with the destination(s) it finally went to. */
  respondWith(posted: Promise<Destination | readonly Destination[]>): void {
    this.#answer = posted;
    this.preventDefault();
  }

  /** Refuses, with a reason that the doctor will read. */
  deny(reason: string): void {
    this.respondWith(Promise.reject(new Error(reason)));
  }
}

/** The host has posted. Holds no word of the doctor's. */
export class PqSharedEvent extends Event {
  constructor(
    readonly item: string,
    readonly version: number,
    readonly destination: Destination,
  ) {
    super('pq-shared', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'pq-share': PqShareEvent;
    'pq-shared': PqSharedEvent;
  }
  interface DocumentEventMap {
    'pq-share': PqShareEvent;
    'pq-shared': PqSharedEvent;
  }
}
