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

/** Lines that are held: more than can wait at once, so that only what is settled ever makes room. */
export const LINES = 2_000;

/** What became of every fact, oldest first. Lives in memory; a persistent queue keeps what it says over pages. */
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

  /** What became of a fact for good; undefined while that is open. */
  fateOf(id: string): Pick<LedgerEntry, 'status' | 'reason'> | undefined {
    const entry = this.#entries.get(id);
    return entry && !isOpen(entry) ? { status: entry.status, reason: entry.reason } : undefined;
  }

  add(entry: LedgerEntry): void {
    this.#entries.set(entry.id, entry);
    this.#makeRoom();
    this.tell();
  }

  /** What other pages of this login have kept, in front of this page's own. What this page knows better stays. */
  merge(kept: readonly LedgerEntry[]): void {
    const before = this.#entries;
    this.#entries = new Map(kept.map((entry) => [entry.id, entry]));
    for (const [id, entry] of before)
      if (!this.#entries.has(id) || isOpen(this.#entries.get(id))) this.#entries.set(id, entry);
    this.#makeRoom();
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

  #makeRoom(): void {
    for (const [id, entry] of this.#entries) {
      if (this.#entries.size <= LINES) return;
      if (!isOpen(entry)) this.#entries.delete(id);
    }
  }
}

function isOpen(entry: LedgerEntry | undefined): boolean {
  return entry?.status === 'waiting' || entry?.status === 'sending';
}
