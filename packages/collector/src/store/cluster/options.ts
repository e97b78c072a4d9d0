/** Where the parts of a store of several servers are. */
export interface ClusterOptions {
  /** NATS servers with JetStream: `nats://host:4222`, several separated by commas; `tls://` with TLS. */
  readonly log: string;
  /** ClickHouse's HTTP interface, as in `http://user:password@host:8123`. */
  readonly analytics: string;
  /** What everything of this collector is called there: ClickHouse's database, the first part of each NATS name. */
  readonly name: string;
  /** Most bytes of one publisher's log on disk. Once it is full, batches wait at the communities. */
  readonly logBytes: number;
  /** Most events that may wait for ClickHouse, per publisher. Beyond that, batches wait at the communities. */
  readonly mostWaiting: number;
}
