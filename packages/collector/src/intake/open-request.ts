import {
  BATCH_TYPE,
  EventsError,
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  openBatch,
  SIGNATURE_HEADER,
} from '@pullquote/events';
import { RecordError, splitJws } from '@pullquote/record';
import type { Publisher } from '../config.js';
import type { CommunityKeys } from '../store/communities.js';
import { readCapped } from '../read-capped.js';
import { UNKNOWN, type BatchCode, type BatchRefusal } from './refusal.js';

export interface OpenedBatch {
  readonly community: string;
  readonly publisher: string;
  /** Each still to be parsed. */
  readonly events: readonly unknown[];
}

/** Whoever is slower than this holds up others: as long as a relay waits for its answer. */
const BODY_MS = 10_000;

export interface Gate {
  readonly publishers: readonly Publisher[];
  readonly communityOf: (kid: string) => Promise<CommunityKeys | undefined>;
  readonly bodyMs?: number | undefined;
}

/** Request → what a trusted community signed for a publisher of ours, or why not. The body is read only for a known key. */
export async function openRequest(request: Request, gate: Gate): Promise<OpenedBatch | BatchRefusal> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (type !== BATCH_TYPE || encoding !== 'identity')
    return refuse('content-type', `Send the batch as content-type ${BATCH_TYPE}, without a content-encoding.`);

  const signature = request.headers.get(SIGNATURE_HEADER);
  if (!signature)
    return refuse('signature-missing', `Put the detached JWS over the body into the header ${SIGNATURE_HEADER}.`);
  const claim = readClaim(signature);
  if (!claim)
    return refuse(
      'signature-malformed',
      `${SIGNATURE_HEADER} must read header..signature; its header holds alg, typ, kid and aud.`,
    );
  const community = await gate.communityOf(claim.kid);
  if (!community)
    return refuse(
      'unknown-community',
      'kid: no community with this key is trusted here. Ask the publisher to run pullquote-collector trust add.',
    );

  const patience = AbortSignal.timeout(gate.bodyMs ?? BODY_MS);
  const body = await readCapped(request, MAX_BATCH_BYTES, patience);
  if (body === 'too-large')
    return refuse('too-large', `A batch holds at most ${MAX_BATCH_BYTES} bytes. Split it into smaller ones.`);
  if (body === 'broken' && patience.aborted)
    return refuse('too-slow', 'The body took too long to arrive. Send the batch again later.');
  if (body === 'broken') return refuse('malformed', 'The body broke off. Send the batch again.');

  // The audience is part of what was signed, so a true signature also proves for whom the batch was meant.
  const served = gate.publishers.some(({ origin }) => origin === claim.aud);
  let events: unknown[];
  try {
    events = await openBatch({ body, signature }, community.jwks, claim.aud, toText);
  } catch (error) {
    if (error instanceof EventsError) return refuseOpening(error, community.id, served ? claim.aud : UNKNOWN);
    throw error;
  }
  if (!served) return refuse('unknown-publisher', 'aud: this collector serves no such publisher.', community.id);
  return { community: community.id, publisher: claim.aud, events };
}

/** As `encode` of @pullquote/record, many times as fast. */
const toText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');

/** Only who says it, and for whom: nothing of this is believed before the signature holds. */
function readClaim(signature: string): { kid: string; aud: string } | undefined {
  try {
    const { kid, aud } = splitJws(signature).header;
    return typeof kid === 'string' && typeof aud === 'string' ? { kid, aud } : undefined;
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}

/** The message of `openBatch` may repeat the sender's own header, so it is not passed on. */
function refuseOpening({ code }: EventsError, ...from: [community: string, publisher: string]): BatchRefusal {
  switch (code) {
    case 'malformed':
      return refuse('malformed', 'The body is not a JSON array in UTF-8. Send CloudEvents in batch format.', ...from);
    case 'too-large':
      return refuse('too-large', `A batch holds at most ${MAX_BATCH_EVENTS} events. Split it.`, ...from);
    case 'signature':
    case 'unknown-field':
    case 'unknown-value':
    case 'unknown-community':
      return refuse(
        'signature',
        'The signature does not match this body and the key, type and audience in its header.',
      );
  }
}

function refuse(code: BatchCode, detail: string, community = UNKNOWN, publisher = UNKNOWN): BatchRefusal {
  return { code, detail, community, publisher };
}
