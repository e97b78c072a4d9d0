import {
  FOLDER_PATH,
  generateKey,
  publicKey,
  recordPath,
  sha256Text,
  signRecord,
  signStatusList,
  signTombstone,
  STATUS_PATH,
  tombstonePath,
  type CatalogueEntry,
  type ContentRecord,
  type ItemState,
  type PrivateKey,
} from '@pullquote/record';
import { createHash } from 'node:crypto';

export const NOW = Date.UTC(2026, 10, 18, 9, 30); // A Wednesday, in week 47.
export const seconds = (ms = NOW) => Math.floor(ms / 1000);

export interface Item {
  readonly digest: string;
  readonly record: ContentRecord;
}

/** A publisher that really signs; its files are served by {@link TestPublisher.answer}. */
export class TestPublisher {
  readonly files = new Map<string, string>();
  readonly entries: CatalogueEntry[] = [];
  readonly states = new Map<number, ItemState>();
  /** Replaces the whole answer for a path. */
  readonly instead = new Map<string, () => Response | Promise<Response>>();
  /** Paths in the order in which they were asked for, with their request headers. */
  readonly asked: { path: string; headers: Headers }[] = [];
  /** Fields of the descriptor that differ from the ordinary. */
  descriptor: Record<string, unknown> = {};
  iat = seconds() - 60;
  exp = seconds() + 86_400;

  private constructor(
    readonly origin: string,
    public recordKey: PrivateKey,
    public statusKey: PrivateKey,
  ) {}

  static async create(origin = 'https://publisher.example'): Promise<TestPublisher> {
    return new TestPublisher(origin, await generateKey(), await generateKey());
  }

  get statusUri(): string {
    return this.origin + STATUS_PATH;
  }

  async record(changes: Partial<ContentRecord> = {}): Promise<ContentRecord> {
    const text = 'Exposure to atorvastatin rises with strong inhibitors of CYP3A4.';
    return {
      schema: 'pullquote/1',
      id: 'urn:example:lipitor',
      version: 1,
      language: 'en',
      canonicalUrl: `${this.origin}/lipitor-interactions`,
      title: 'Atorvastatin: drug interactions at a glance',
      contentType: 'clinical-summary',
      promotionalStatus: 'promotional',
      labelStatus: 'within-label',
      audience: { roles: ['physician'], countries: ['US'] },
      parties: [{ role: 'publisher', name: 'Example Pharma' }],
      involvement: { en: 'Written and funded by Example Pharma.' },
      excerpts: [{ id: 'e1', text, sha256: await sha256Text(text) }],
      reuse: { requireVerifiedHcp: true, quote: 'approved-only', download: false, print: true, reshare: true },
      iss: this.origin,
      iat: seconds() - 3_600,
      exp: seconds() + 365 * 86_400,
      status: { uri: this.statusUri, idx: 7 },
      ...changes,
    };
  }

  /** Signs a record and puts it into the folder. */
  async add(changes: Partial<ContentRecord> = {}, key = this.recordKey): Promise<Item> {
    const record = await this.record(changes);
    const { jws, digest } = await signRecord(record, key);
    this.files.set(recordPath(digest), jws);
    this.entries.push({ id: record.id, version: record.version, url: record.canonicalUrl, digest });
    return { digest, record };
  }

  /** As `pullquote withdraw` does: list, tombstone and catalogue. */
  async withdraw({ digest, record }: Item, key = this.recordKey): Promise<void> {
    const { jws } = await signTombstone(
      {
        schema: 'pullquote-tombstone/1',
        iss: this.origin,
        id: record.id,
        version: record.version,
        digest,
        canonicalUrl: record.canonicalUrl,
        title: record.title,
        reason: 'A dose was misprinted.',
        iat: seconds(),
      },
      key,
    );
    this.files.delete(recordPath(digest));
    this.files.set(tombstonePath(digest), jws);
    this.states.set(record.status.idx, 'withdrawn');
    const i = this.entries.findIndex((entry) => entry.digest === digest);
    if (i >= 0) this.entries[i] = { ...(this.entries[i] as CatalogueEntry), withdrawn: true };
  }

  list(): Promise<string> {
    return signStatusList({ uri: this.statusUri, iat: this.iat, exp: this.exp, states: this.states }, this.statusKey);
  }

  async answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname;
    this.asked.push({ path, headers: request.headers });
    const instead = this.instead.get(path);
    if (instead) return instead();
    const body = await this.#body(path);
    if (body === undefined) return new Response('not found', { status: 404 });
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
    if (path === FOLDER_PATH && request.headers.get('if-none-match') === etag)
      return new Response(null, { status: 304 });
    return new Response(body, { headers: { etag } });
  }

  async #body(path: string): Promise<string | undefined> {
    if (path === STATUS_PATH) return this.list();
    if (path !== FOLDER_PATH) return this.files.get(path);
    return JSON.stringify({
      schema: 'pullquote-publisher/1',
      name: 'Example Pharma',
      origin: this.origin,
      jwks: { keys: [publicKey(this.recordKey)] },
      statusJwks: { keys: [publicKey(this.statusKey)] },
      status: this.statusUri,
      events: 'https://collector.example/v1/events',
      catalogue: this.entries,
      ...this.descriptor,
    });
  }
}
