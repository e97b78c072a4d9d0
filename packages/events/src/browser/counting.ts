import type { CountSetting } from '@pullquote/record/reader';
import type { Fact, FactDraft } from '../fact.js';
import type { FactPort, Preview } from '../port.js';
import { toFact } from '../to-fact.js';
import { laneOf } from '../vocabulary.js';
import { Ledger, type LedgerEntry } from './ledger.js';
import { Login } from './login.js';
import { NeverCount } from './never-count.js';
import { nextId } from './next-id.js';
import { PersistentQueue } from './persistent-queue.js';
import { previewOf } from './preview.js';
import { CAP, Queue, type Loss } from './queue.js';
import { Sender } from './sender.js';
import { forgetOthers, type StoredFact } from './stored-facts.js';

export interface CountingOptions {
  /** Where facts go: `/pq/facts` of the community's own server. */
  readonly endpoint: string;
  /** What this community counts, from its `community.json`. */
  readonly count: CountSetting;
  /** Where facts wait: in memory (default), or in this browser's storage, where they outlive the page. */
  readonly storage?: 'memory' | 'persistent' | undefined;
  /**
   * A random name that the host gives each login anew; never the member's id, nor anything made of it. It keeps one member's
   * facts from going out as another's. Without it nothing is kept beyond the page.
   */
  readonly login?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** In [0, 1): spreads retries. */
  readonly random?: (() => number) | undefined;
  /** Milliseconds since 1970; read only for the day, and to wait for a date that the server names. */
  readonly now?: (() => number) | undefined;
}

/** Counting as the elements and the ledger see it. */
export interface Counting extends FactPort {
  /** What became of every fact, oldest first: of this page, or of this login where facts outlive the page. */
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
  /**
   * Forgets the ledger and everything that waits: in storage too, and in every other page of this browser. A logout awaits it
   * before it leaves the page.
   */
  erase(): Promise<void>;
  /** Whether the ledger outlives this page. */
  readonly kept: boolean;
  /** A sentence for the ledger when facts cannot be kept beyond this page although they should be. */
  notice(): string | undefined;
}

const NOT_KEPT = 'Nothing is kept beyond this page.';
const LOST: Readonly<Record<Loss, string>> = {
  room: `More than ${CAP} waited, so the oldest made room.`,
  age: 'It waited for 14 days.',
};
const DAY_MS = 86_400_000;
/** A browser's storage that hangs must not hold up a logout; milliseconds. */
const PATIENCE_MS = 2_000;

/** Starts counting for this page. Records nothing by itself. */
export function createCounting(options: CountingOptions): Counting {
  const { endpoint, count, storage, login: name, now = Date.now } = options;
  const ledger = new Ledger();
  const login = new Login(name);
  const wish = new NeverCount();
  let notice: string | undefined;
  let ended = false;
  const onLost = (facts: readonly Fact[], why: Loss) => ledger.mark(facts, 'lost', LOST[why]);
  const onDenied = () => {
    notice = NOT_KEPT;
    ledger.tell();
  };
  const today = () => Math.floor(now() / DAY_MS);
  const kept =
    storage === 'persistent' && name
      ? new PersistentQueue({ login: name, today, onLost, onDenied, fateOf: (id) => ledger.fateOf(id) })
      : undefined;
  if (storage === 'persistent' && !kept) onDenied();
  const queue = kept ?? new Queue(onLost, today);

  const forget = () => {
    queue.drain();
    ledger.clear();
  };
  const mayCount = () => {
    if (ended) return false;
    const standing = login.look();
    if (standing !== 'here') forget();
    if (standing === 'other') {
      stop();
      void kept?.eraseStored();
    }
    return !ended;
  };
  const sender = new Sender({
    endpoint,
    queue,
    ledger,
    mayCount,
    // A function of its own: `fetch` called as a method of another object throws in browsers.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    random: options.random ?? cryptoRandom,
    now,
  });

  const refuses = () => (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;
  const preview = (draft: FactDraft): Preview => {
    if (!mayCount()) return { tells: 'ended' };
    if (wish.on) return { tells: 'never' };
    return previewOf(draft, count, refuses());
  };
  const stop = () => {
    leaving.abort();
    sender.stop();
    ended = true;
    if (kept) kept.release();
    else ledger.mark(queue.drain(), 'lost', 'Counting ended first.');
  };
  const erase = async () => {
    forget();
    login.renew();
    if (!kept) return;
    const hung = new Promise((done) => setTimeout(done, PATIENCE_MS));
    await Promise.race([looking.then(forget).then(() => kept.eraseStored()), hung]);
  };

  const look = async () => {
    const found = kept ? await kept.look() : [];
    if (!mayCount()) return;
    ledger.merge(found.map(entryOf));
    if (queue.size > 0) sender.start();
  };
  let looking = look().catch(onDenied);
  if (name) void forgetOthers(name);
  const lookAgain = () => (looking = looking.then(look).catch(onDenied));
  const leaving = listenToPage({ sender, kept, mayCount, lookAgain });

  return {
    make: (happening, about) => toFact(happening, { ...about, count, objects: ended || wish.on || refuses() }),
    preview,
    record(draft) {
      const made = preview(draft).fact;
      if (!made) return;
      const fact = { id: nextId(), ...made };
      ledger.add(entryOf({ fact }));
      queue.add(fact);
      sender.start();
    },
    entries: () => ledger.entries,
    subscribe: (listener) => ledger.subscribe(listener),
    async flush() {
      await looking;
      await sender.flush();
    },
    stop,
    erase,
    get never() {
      return wish.on;
    },
    async setNever(on) {
      const holds = wish.set(on);
      if (on) await erase();
      return holds;
    },
    kept: !!kept,
    notice: () => notice,
  };
}

/** What was kept without a fate still waits. */
function entryOf({ fact, status = 'waiting', reason }: Pick<StoredFact, 'fact' | 'status' | 'reason'>): LedgerEntry {
  const { id, ...draft } = fact;
  return { id, draft, lane: laneOf(draft.fact) ?? 'crowd', status, reason };
}

interface Listening {
  readonly sender: Sender;
  readonly kept: PersistentQueue | undefined;
  readonly mayCount: () => boolean;
  readonly lookAgain: () => Promise<void>;
}

/** Sends when the page is left or hidden, and when the network comes back; looks what other pages left when it is seen again. */
function listenToPage({ sender, kept, mayCount, lookAgain }: Listening): AbortController {
  const stop = new AbortController();
  const on = (target: EventTarget, name: string, listener: () => void) =>
    target.addEventListener(name, listener, { signal: stop.signal });
  on(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') sender.leave();
    else void lookAgain();
  });
  on(window, 'pagehide', () => {
    sender.leave();
    kept?.release();
  });
  on(window, 'pageshow', () => {
    kept?.hold();
    sender.start();
  });
  on(window, 'online', () => {
    void sender.flush();
    void lookAgain();
  });
  // Another page of this browser wrote the mark of a login.
  on(window, 'storage', mayCount);
  return stop;
}

function cryptoRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
