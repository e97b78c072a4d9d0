import type { CountSetting } from '@pullquote/record/reader';
import { nanoid } from 'nanoid';
import type { Fact, FactDraft } from '../fact.js';
import type { FactPort, Preview } from '../port.js';
import { laneOf } from '../vocabulary.js';
import { Ledger, type LedgerEntry } from './ledger.js';
import { NeverCount } from './never-count.js';
import { PersistentQueue } from './persistent-queue.js';
import { previewOf } from './preview.js';
import { CAP, Queue } from './queue.js';
import { Sender } from './sender.js';

export interface CountingOptions {
  /** Where facts go: `/pq/facts` of the community's own server. */
  readonly endpoint: string;
  /** What this community counts, from its `community.json`. */
  readonly count: CountSetting;
  /** Where facts wait: in memory (default), or in this browser's storage, where they outlive the page. */
  readonly storage?: 'memory' | 'persistent' | undefined;
  /** Name of the IndexedDB database. A name of its own for each login keeps one member's facts from going out as another's. */
  readonly database?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** In [0, 1): spreads retries. */
  readonly random?: (() => number) | undefined;
  /** Milliseconds since 1970; read only to wait for a date that the server names. */
  readonly now?: (() => number) | undefined;
}

/** Counting as the elements and the ledger see it. */
export interface Counting extends FactPort {
  /** What became of every fact of this page, oldest first. */
  entries(): readonly LedgerEntry[];
  /** Calls `listener` after every change. → a function that ends this. */
  subscribe(listener: () => void): () => void;
  /** Sends what waits. Resolves when all is settled or a try has failed; never rejects. */
  flush(): Promise<void>;
  /** Whether the doctor asked never to be counted. */
  readonly never: boolean;
  /**
   * Keeps that wish in this browser. What still waits is forgotten; what the community's server has stays there.
   * Resolves with whether the wish outlives this page.
   */
  setNever(on: boolean): Promise<boolean>;
  /** Ends counting on this page. Facts that are kept in this browser wait for its next page. */
  stop(): void;
  /** Forgets the ledger and everything that waits, in storage too. A logout awaits it before it leaves the page. */
  erase(): Promise<void>;
  /** A sentence for the ledger when facts cannot be kept beyond this page although they should be. */
  notice(): string | undefined;
}

const DENIED = 'This browser does not keep facts for later: one that is not sent before you leave the page is lost.';

/** Starts counting for this page. Records nothing by itself. */
export function createCounting(options: CountingOptions): Counting {
  const ledger = new Ledger();
  let notice: string | undefined;
  const onLost = (facts: readonly Fact[]) =>
    ledger.mark(facts, 'lost', `More than ${CAP} facts were waiting, so the oldest made room.`);
  const onDenied = () => {
    notice = DENIED;
    ledger.tell();
  };
  const kept =
    options.storage === 'persistent'
      ? new PersistentQueue({ database: options.database ?? 'pullquote', onLost, onDenied })
      : undefined;
  const queue = kept ?? new Queue(onLost);
  const sender = new Sender({
    endpoint: options.endpoint,
    queue,
    ledger,
    // A function of its own: `fetch` called as a method of another object throws in browsers.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    random: options.random ?? cryptoRandom,
    now: options.now ?? Date.now,
  });

  const wish = new NeverCount();
  let ended = false;
  const preview = (draft: FactDraft): Preview => {
    if (ended) return { tells: 'ended' };
    if (wish.on) return { tells: 'never' };
    const { globalPrivacyControl } = navigator as { globalPrivacyControl?: unknown };
    return previewOf(draft, options.count, globalPrivacyControl === true);
  };
  const enter = ({ id, ...draft }: Fact) =>
    ledger.add({ id, draft, lane: laneOf(draft.fact) ?? 'crowd', status: 'waiting' });

  const forget = () => {
    queue.drain();
    ledger.clear();
  };

  const erase = async () => {
    forget();
    await opened;
    forget();
    await kept?.eraseStored();
  };

  const opened = kept?.open().then((left) => {
    left.forEach(enter);
    sender.start();
  });
  const leaving = listenToPage(sender, kept);

  return {
    preview,
    record(draft) {
      const made = preview(draft).fact;
      if (!made) return;
      const fact = { id: nanoid(21), ...made };
      enter(fact);
      queue.add(fact);
      sender.start();
    },
    entries: () => ledger.entries,
    subscribe: (listener) => ledger.subscribe(listener),
    async flush() {
      await opened;
      await sender.flush();
    },
    stop() {
      leaving.abort();
      sender.stop();
      ended = true;
      if (kept) kept.release();
      else ledger.mark(queue.drain(), 'lost', 'Counting ended before it was sent.');
    },
    erase,
    get never() {
      return wish.on;
    },
    async setNever(on) {
      const kept = wish.set(on);
      if (on) await erase();
      return kept;
    },
    notice: () => notice,
  };
}

/** Sends when the page is left or hidden, and when the network comes back. */
function listenToPage(sender: Sender, kept: PersistentQueue | undefined): AbortController {
  const stop = new AbortController();
  const on = (target: EventTarget, name: string, listener: () => void) =>
    target.addEventListener(name, listener, { signal: stop.signal });
  on(document, 'visibilitychange', () => document.visibilityState === 'hidden' && sender.leave());
  on(window, 'pagehide', () => {
    sender.leave();
    kept?.release();
  });
  on(window, 'pageshow', () => {
    kept?.hold();
    sender.start();
  });
  on(window, 'online', () => void sender.flush());
  return stop;
}

function cryptoRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
