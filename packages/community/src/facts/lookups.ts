import type { Items } from '../store/items.js';
import type { Muted } from '../store/muted.js';

/** What is asked for fact after fact. Good for one epoch of the database: until then neither a listed publisher nor a muted one changes. */
export class Lookups {
  readonly #publishers = new Map<string, string>();
  readonly #muted = new Map<string, boolean>();

  constructor(
    private readonly items: Items,
    private readonly muted: Muted,
  ) {}

  publisherOf(item: string, version: number): string | undefined {
    const place = `${version} ${item}`;
    const known = this.#publishers.get(place);
    if (known !== undefined) return known;
    // An item that isn't held may come with the next prefetch, so that is not remembered.
    const publisher = this.items.publisherOf(item, version);
    if (publisher !== undefined) this.#publishers.set(place, publisher);
    return publisher;
  }

  isMuted(publisher: string): boolean {
    let muted = this.#muted.get(publisher);
    if (muted === undefined) {
      muted = this.muted.has(publisher);
      this.#muted.set(publisher, muted);
    }
    return muted;
  }
}
