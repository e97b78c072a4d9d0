import {
  judge,
  openStatusList,
  readLink,
  type ItemLink,
  type PublisherFolder,
  type StatusList,
  type TrustedPublisher,
  type Verdict,
} from '@pullquote/record/reader';
import { host, type Host } from './host.js';
import type * as More from '../beyond.js';
import type { Beyond, beyondOf } from '../beyond.js';
import { loadAmiss } from '../label/load-amiss.js';
import type { Remains } from '../withdrawn.js';
import { reader } from './reader.js';
import { sourceFor } from './source-for.js';
import type { Bytes } from './source.js';

/** An item as it stands for this reader, now. */
export interface Assessment extends Beyond {
  readonly verdict: Verdict;
  /** The publisher as this community's moderators call it; without a name where it is not on their list. */
  readonly publisher?: { readonly name: string; readonly origin: string } | undefined;
  /** What is left of a withdrawn item. */
  readonly remains?: Remains | undefined;
  /** The community does not hold the item (yet). */
  readonly unknown: boolean;
  /** The reader's country, as the page says it; else the community's. */
  readonly country: string;
  readonly communityFunding?: string | undefined;
  readonly host: Host['kind'];
  /** The community counts what is read as well, in crowds. */
  readonly counted?: boolean | undefined;
  /** On a publisher's own page: its folder. */
  readonly folder?: PublisherFolder | undefined;
}

const assessments = new Map<string, Promise<Assessment>>();
const records = new Map<string, Promise<Bytes>>();
const statusLists = new Map<string, Promise<StatusList | 'unreachable'>>();
const newest = new Map<string, number>();
/** Digests of records that were seen withdrawn: that never wears off. */
const withdrawn = new Set<string>();

/** Equal for two looks that would show a reader the same. */
export function findingsOf({ verdict, country, publisher, remains, newer }: Assessment): string {
  const { state, reason, digest, gate } = verdict;
  return [state, reason, digest, gate, country, publisher?.name, remains?.tombstone.reason, newer?.key].join();
}

/** How long the shortest-lived status list seen so far vouches, in seconds. */
let lifetime = Infinity;
export const shortestLifetime = () => lifetime;

/** Judges everything anew when it is next asked for, by new status lists. The records themselves never change. */
export function forgetVerdicts(): void {
  assessments.clear();
  statusLists.clear();
}

/**
 * Item URL or item link → its verdict and what may be shown. Equal items on one page are fetched and verified once;
 * `fresh` asks again, as a new share must; without `further` nobody looks for what took its place, so that two that name
 * each other wait for nothing.
 */
export function assess(item: string, fresh = false, further = true): Promise<Assessment> {
  const link = readLink(item);
  const key = link ? `${link.url} ${link.version} ${link.digest}` : item;
  const name = `${key} ${further}`;
  let assessment = fresh ? undefined : assessments.get(name);
  if (!assessment) {
    if (fresh) records.delete(key);
    assessment = look(link?.url ?? item, link, key, fresh, further);
    assessments.set(name, assessment);
    void assessment.then(({ verdict }) => {
      if (verdict.state !== 'unchecked') return;
      assessments.delete(name); // Not an answer to keep.
      records.delete(key);
    });
  }
  return assessment;
}

async function look(
  url: string,
  link: ItemLink | undefined,
  key: string,
  fresh: boolean,
  further: boolean,
): Promise<Assessment> {
  const place = await host();
  const origin = originOf(url);
  const publisher = publisherOf(place, origin);
  const { country, hcp } = reader();
  const file = place.kind === 'community' ? place.file : undefined;
  const about = {
    publisher: publisher && { name: publisher.name, origin: publisher.origin },
    country: country ?? file?.country ?? '',
    communityFunding: file?.funding,
    host: place.kind,
    counted: file?.count === 'all' && !file.direct,
    folder: place.kind === 'publisher' ? place.folder : undefined,
  };
  if (!publisher || place.kind === 'unreachable') {
    await loadAmiss();
    if (place.kind === 'unreachable')
      return { ...about, unknown: false, verdict: { state: 'unchecked', reason: 'record-unreachable' } };
    return {
      ...about,
      // Nobody vouches for a name, but the address is a fact, and a look-alike shows in it: it has no letters beyond ASCII.
      publisher: origin ? { name: '', origin } : undefined,
      unknown: false,
      verdict: { state: 'unlisted', reason: 'publisher-not-listed' },
    };
  }

  const source = await sourceFor(place, publisher.origin);
  let pending = records.get(key);
  if (!pending) records.set(key, (pending = source.record(url, link)));
  const bytes = await pending;
  const remains =
    typeof bytes === 'object' && 'tombstone' in bytes
      ? await (await load())?.remainsOf(bytes.tombstone, publisher, url, link)
      : undefined;
  if (remains) withdrawn.add(remains.tombstone.digest);
  const digest = link?.digest ?? remains?.tombstone.digest;
  const jws = typeof bytes === 'object' && 'jws' in bytes ? bytes.jws : 'unreachable';
  const uri = `${publisher.origin}/.well-known/pullquote/status.jwt`;
  const status = jws === 'unreachable' ? jws : await statusList(uri, publisher, () => source.status(uri), fresh);
  const verdict = await judge({
    publisher,
    jws,
    status,
    expected: { url, version: link?.version, digest: link?.digest },
    withdrawn: bytes === 'withdrawn' || (digest !== undefined && withdrawn.has(digest)),
    newestStatus: newest.get(uri),
    now: Date.now() / 1000,
    country: about.country,
    hcp: hcp ?? file?.readers === 'verified-hcp',
  });
  if (verdict.state === 'withdrawn' && verdict.digest) {
    withdrawn.add(verdict.digest);
    records.delete(key); // The next look brings the tombstone, with the reason.
  }
  if (status !== 'unreachable') {
    newest.set(uri, Math.max(status.iat, newest.get(uri) ?? 0));
    lifetime = Math.min(lifetime, status.exp - status.iat);
  }
  // The next look may bring what took its place.
  if (verdict.state === 'superseded' && !link) records.delete(key);
  const more = await beyond(verdict, further ? link : undefined, place);
  return { ...about, ...more, verdict, remains, unknown: bytes === 'unknown' };
}

/** Of a web address; otherwise nothing. */
function originOf(url: string): string {
  return /^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin : '';
}

function publisherOf(
  place: Host,
  origin: string,
): Pick<TrustedPublisher, 'name' | 'origin' | 'jwks' | 'statusJwks'> | undefined {
  switch (place.kind) {
    case 'community':
      return place.file.publishers.find((one) => one.origin === origin);
    case 'publisher':
      return place.folder.origin === origin && origin === location.origin ? place.folder : undefined;
    case 'none':
    case 'unreachable':
      return undefined;
  }
}

async function statusList(
  uri: string,
  publisher: Pick<TrustedPublisher, 'statusJwks'>,
  load: () => Promise<string>,
  fresh: boolean,
): Promise<StatusList | 'unreachable'> {
  let list = fresh ? undefined : statusLists.get(uri);
  if (!list) {
    list = load()
      .then((text) => openStatusList(text, publisher.statusJwks, uri))
      .catch(() => 'unreachable' as const);
    statusLists.set(uri, list);
  }
  return list;
}

/** What there is beyond a label and a passage. Its code loads where there may be something. */
async function beyond(...about: Parameters<typeof beyondOf>): Promise<Beyond | undefined> {
  const [{ record, state }] = about;
  if (state !== 'verified') await loadAmiss();
  return state === 'superseded' || record?.media ? (await load())?.beyondOf(...about) : undefined;
}

/** What cannot be loaded stays unsaid, and the state stands. */
async function load(): Promise<typeof More | undefined> {
  return import('../beyond.js').catch(() => undefined);
}
