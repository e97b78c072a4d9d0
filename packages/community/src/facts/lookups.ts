import type { Items } from '../store/items.js';
import type { Muted } from '../store/muted.js';

/** What one transaction asks for fact after fact: within it, neither catalogue nor moderators can change the answer. */
export class Lookups {
  readonly #publishers = new Map<string, string | undefined>();
  readonly #muted = new Map<string, boolean>();

  constructor(
    private readonly items: Items,
    private readonly muted: Muted,
  ) {}

  publisherOf(item: string, version: number): string | undefined {
    const place = `${version} ${item}`;
    let publisher = this.#publishers.get(place);
    if (publisher === undefined && !this.#publishers.has(place)) {
      publisher = this.items.publisherOf(item, version);
      this.#publishers.set(place, publisher);
    }
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
