/** One server under one load: what was seen of it. All times in microseconds unless they say otherwise. */
export interface Point {
  readonly server: 'relay' | 'collector';
  /** Connections, each of which sends its next request when the last was answered. */
  readonly atOnce: number;
  /** Facts or events in a request. */
  readonly size: number;
  readonly requestsPerSecond: number;
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** Processor time for each request, by thread; `client` is the asking process, on the same machine. */
  readonly cpu: { readonly main: number; readonly writer: number; readonly rest: number; readonly client: number };
  /** Requests that shared one COMMIT, on average. */
  readonly together: number;
  readonly commit: {
    /** Processor time of one COMMIT. */
    readonly cpu: number;
    /** The rest of it: waiting for the disk. Mean and every twentieth part, sorted. */
    readonly wait: number;
    readonly waitQuantiles: readonly number[];
  };
  /** Bytes that went to the disk for each fact or event, the log's included. */
  readonly writtenBytes: number;
  /** Part of the machine that other processes took meanwhile. */
  readonly foreign: number;
}

/** What `npm run bench:scale-costs` found on one machine on one day. */
export interface Costs {
  readonly machine: string;
  readonly date: string;
  readonly cores: number;
  readonly points: readonly Point[];
  readonly week: WeekClose;
  readonly bytes: Bytes;
}

/** The relay's work once a week and once a day. */
export interface WeekClose {
  readonly closes: readonly Close[];
  /** A day's release and delivery over loopback: events, and milliseconds. */
  readonly release: { readonly events: number; readonly ms: number };
}

/** A week's close, in milliseconds. */
export interface Close {
  /** "This doctor stands in this cell." */
  readonly rows: number;
  /** Until nothing of the week is left. */
  readonly ms: number;
  /** For which a fact waited that came when it began. */
  readonly factMs: number;
  /** The longest for which nothing at all was answered. */
  readonly standstillMs: number;
}

/** Bytes at each stage. */
export interface Bytes {
  /** One fact as JSON. */
  readonly fact: number;
  /** One event as JSON, and a batch's signature. */
  readonly event: number;
  readonly signature: number;
  /** In the relay's file: a fact's id, which stays for 14 days, and a doctor in a cell, until the week closes. */
  readonly seenId: number;
  readonly crowdRow: number;
  /** In the collector's file, counters and indexes included. */
  readonly storedEvent: number;
}
