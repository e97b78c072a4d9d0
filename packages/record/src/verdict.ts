import { payloadDigest } from './digest.js';
import { RecordError } from './errors.js';
import { readJson, verifyJws, type KeySet } from './jws.js';
import { readRecord, type RenderRecord } from './render-record.js';
import type { StatusList } from './status-list.js';
import type { VerdictState } from './vocabulary.js';

/** Why the content is not for this reader: another country, or not known as a verified healthcare professional. */
export type Gate = 'other-audience' | 'hcp-only';

/** Why a state was given; the words for it are the label's. */
export type VerdictReason =
  | 'publisher-not-listed'
  | 'bad-signature'
  | 'changed-since-shared'
  | 'withdrawn'
  | 'record-unreachable'
  | 'record-unreadable'
  | 'status-unreachable'
  | 'status-stale'
  | 'algorithm-missing'
  | 'suspended'
  | 'expired'
  | 'superseded'
  | Gate
  | 'all-checks-passed';

export interface Verdict {
  readonly state: VerdictState;
  readonly reason: VerdictReason;
  /** Payload digest of the record, whenever its signature held. */
  readonly digest?: string | undefined;
  /** The signed record, whenever its signature held; its text may be shown only as the state allows. */
  readonly record?: RenderRecord | undefined;
  /** The content may not be shown to this reader, whatever the state says; the source may. */
  readonly gate?: Gate | undefined;
}

/** Everything that a judgement rests on. Whoever gathers it decides nothing. */
export interface Evidence {
  /** The publisher's keys as the community lists them, or undefined when it is not listed. */
  readonly publisher: { readonly origin: string; readonly jwks: KeySet } | undefined;
  /** The record as received: a compact JWS; `unreachable` when it could not be had. */
  readonly jws: string | 'unreachable';
  /** The canonical URL, version and digest that the post named; the digest is absent when an item is first shared. */
  readonly expected: {
    readonly url: string;
    readonly version?: number | undefined;
    readonly digest?: string | undefined;
  };
  /** The status list, opened with `openStatusList` and the publisher's status keys; `unreachable` when that failed. */
  readonly status: StatusList | 'unreachable';
  /** A withdrawal that is already known: from a verified tombstone, or from an earlier list. */
  readonly withdrawn: boolean;
  /** Newest status list seen before, so that an older one cannot take its place. Seconds since 1970. */
  readonly newestStatus?: number | undefined;
  /** Seconds since 1970. */
  readonly now: number;
  /** ISO 3166-1 code of the reader's country. */
  readonly country: string;
  /** Is this reader known to be a verified healthcare professional? Not known is no. */
  readonly hcp?: boolean | undefined;
}

/**
 * Evidence → the first state that applies, in the order of the design: not listed, altered, withdrawn, could not check,
 * suspended, expired, superseded, not for this audience, verified. Nothing falls through to `verified`.
 */
export async function judge(evidence: Evidence): Promise<Verdict> {
  const { publisher, expected } = evidence;
  if (!publisher || new URL(expected.url).origin !== publisher.origin)
    return { state: 'unlisted', reason: 'publisher-not-listed' };

  if (evidence.jws === 'unreachable') return knownOr(evidence, 'record-unreachable');
  let payload: Uint8Array;
  try {
    payload = await verifyJws(evidence.jws, publisher.jwks, 'pullquote-record+jwt');
  } catch (error) {
    if (error instanceof RecordError) return { state: 'altered', reason: 'bad-signature' };
    return knownOr(evidence, 'algorithm-missing');
  }
  const digest = await payloadDigest(payload);
  if (expected.digest !== undefined && digest !== expected.digest) {
    return { state: 'altered', reason: 'changed-since-shared' };
  }
  let record: RenderRecord;
  try {
    record = readRecord(readJson(payload));
  } catch {
    return knownOr(evidence, 'record-unreadable');
  }
  if (record.iss !== publisher.origin || record.canonicalUrl !== expected.url)
    return { state: 'altered', reason: 'bad-signature' };
  if (expected.version !== undefined && record.version !== expected.version)
    return { state: 'altered', reason: 'changed-since-shared' };

  const gate = gateOf(evidence, record);
  return { ...standing(evidence, record, gate), record, digest, gate };
}

/** Where a record stands whose bytes are the publisher's own. */
function standing(evidence: Evidence, record: RenderRecord, gate: Gate | undefined): Verdict {
  const { now } = evidence;
  const status = readable(evidence.status, record);
  const item = status?.stateAt(record.status.idx);
  if (evidence.withdrawn || item === 'withdrawn') return { state: 'withdrawn', reason: 'withdrawn' };
  if (!status) return { state: 'unchecked', reason: 'status-unreachable' };
  if (status.exp <= now || status.iat < (evidence.newestStatus ?? 0))
    return { state: 'unchecked', reason: 'status-stale' };
  if (item === 'suspended') return { state: 'suspended', reason: 'suspended' };
  if (record.exp <= now) return { state: 'expired', reason: 'expired' };
  if (item === 'superseded') return { state: 'superseded', reason: 'superseded' };
  if (gate) return { state: 'not-for-audience', reason: gate };
  return item === 'live'
    ? { state: 'verified', reason: 'all-checks-passed' }
    : { state: 'unchecked', reason: 'status-unreachable' };
}

function gateOf({ country, hcp }: Evidence, { audience, reuse }: RenderRecord): Gate | undefined {
  if (!audience.countries.includes(country)) return 'other-audience';
  return reuse.requireVerifiedHcp && hcp !== true ? 'hcp-only' : undefined;
}

/** A check that could not be made: a withdrawal that is known all the same comes first. */
function knownOr(evidence: Evidence, reason: VerdictReason): Verdict {
  return evidence.withdrawn ? { state: 'withdrawn', reason: 'withdrawn' } : { state: 'unchecked', reason };
}

/** The list, or undefined when it is missing, of another address or too short: all of these vouch for nothing. */
function readable(status: Evidence['status'], record: RenderRecord): StatusList | undefined {
  if (status === 'unreachable' || status.uri !== record.status.uri) return undefined;
  try {
    status.stateAt(record.status.idx);
    return status;
  } catch {
    return undefined;
  }
}
