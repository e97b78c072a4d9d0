import type { Fact, FactDraft } from '../fact.js';
import type { Lane } from '../vocabulary.js';

/**
 * `waiting` in this browser · `sending` · `stored` by the community's own server · `refused` by it, for good · `lost`
 * before it could be stored.
 */
export type FactStatus = 'waiting' | 'sending' | 'stored' | 'refused' | 'lost';

/** One line of the doctor's own account of what was counted. */
export interface LedgerEntry {
  readonly id: string;
  readonly draft: FactDraft;
  readonly lane: Lane;
  readonly status: FactStatus;
  /** Why it was refused or lost. */
  readonly reason?: string | undefined;
}

/** What became of every fact of this page, oldest first. Lives in memory and goes with the page. */
export class Ledger {
  #entries = new Map<string, LedgerEntry>();
  #listeners = new Set<() => void>();
  #telling = false;

  get entries(): readonly LedgerEntry[] {
    return [...this.#entries.values()];
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  add(entry: LedgerEntry): void {
    this.#entries.set(entry.id, entry);
    this.tell();
  }

  mark(facts: readonly Fact[], status: FactStatus, reason?: string): void {
    for (const { id } of facts) {
      const entry = this.#entries.get(id);
      if (entry) this.#entries.set(id, { ...entry, status, reason });
    }
    this.tell();
  }

  clear(): void {
    this.#entries.clear();
    this.tell();
  }

  /** Calls `listener` soon after every change. → a function that ends this. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Once for many changes, and never inside `record()`: a listener's own error stays the listener's. */
  tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const listener of this.#listeners) queueMicrotask(listener);
    });
  }
}
