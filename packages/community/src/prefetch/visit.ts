import type { PublisherFolder } from '@pullquote/record';
import type { Settings } from '../config.js';
import { errorKind } from '../log.js';
import type { Catalogue } from '../store/catalogue.js';
import type { Lists } from '../store/lists.js';
import type { Publishers } from '../store/publishers.js';
import type { Refusals } from '../store/refusals.js';
import { guardedGet, type Got } from './guarded-get.js';
import { refusalOf, type PrefetchRefusal } from './report.js';

/** What a prefetch works with. */
export interface Stores {
  readonly publishers: Publishers;
  readonly catalogue: Catalogue;
  readonly lists: Lists;
  readonly refusals: Refusals;
}

/** A refused file is asked for again after an hour; one that could not be had, with the next prefetch. */
const RETRY_MS = 3_600_000;
const TRANSIENT: ReadonlySet<string> = new Set(['unreachable', 'http-status', 'internal']);

/**
 * What is remembered of a publisher between two prefetches. It lives in memory alone, so that a restart, after which the
 * configuration may name other keys, looks at everything again.
 */
export class Visit {
  folder: PublisherFolder | undefined;
  folderEtag: string | undefined;
  listEtag: string | undefined;
  readonly #refused = new Map<string, PrefetchRefusal & { retryAt: number }>();

  constructor(
    readonly origin: string,
    readonly name: string,
    readonly thumbprints: readonly string[] | undefined,
    readonly settings: Settings,
    readonly stores: Stores,
    private readonly signal: AbortSignal,
  ) {}

  get refused(): PrefetchRefusal[] {
    return [...this.#refused.values()].map(({ subject, code, detail }) => ({ subject, code, detail }));
  }

  get(path: string, limit: number, etag?: string): Promise<Got> {
    return guardedGet(this.settings.fetch, this.origin + path, { limit, etag, signal: this.signal });
  }

  /** False while a refusal is too young to try again. */
  isDue(subject: string): boolean {
    return (this.#refused.get(subject)?.retryAt ?? 0) <= this.settings.clock.now();
  }

  /** Does one thing and keeps the reason if it is refused: one bad file never stops the others. */
  async attempt(subject: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#refused.delete(subject);
      return true;
    } catch (error) {
      const refusal = refusalOf(subject, error);
      if (!this.signal.aborted) this.refuse(refusal);
      if (refusal.code === 'internal')
        this.settings.log.error({ origin: this.origin, ...errorKind(error) }, 'prefetch');
      return false;
    }
  }

  refuse(refusal: PrefetchRefusal): void {
    const known = this.#refused.get(refusal.subject);
    const retryAt = TRANSIENT.has(refusal.code) ? 0 : this.settings.clock.now() + RETRY_MS;
    this.#refused.set(refusal.subject, { ...refusal, retryAt });
    this.stores.refusals.count(refusal.code);
    // Said once, not every quarter of an hour.
    if (known?.code !== refusal.code) this.settings.log.warn({ origin: this.origin, ...refusal }, 'refused');
  }

  /** Forgets the refusals of files that the catalogue no longer names. */
  keepOnly(subjects: ReadonlySet<string>): void {
    for (const subject of this.#refused.keys()) if (!subjects.has(subject)) this.#refused.delete(subject);
  }
}
