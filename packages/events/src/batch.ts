import { RecordError, signDetached, verifyDetached, type KeySet, type PrivateKey } from '@pullquote/record';
import { EventsError } from './errors.js';
import type { PullquoteEvent } from './event.js';

/** CloudEvents 1.0 JSON batch format. */
export const BATCH_TYPE = 'application/cloudevents-batch+json';
/** Holds the community's detached JWS (RFC 7515 appendix F) over the body's bytes. */
export const SIGNATURE_HEADER = 'pullquote-signature';
export const MAX_BATCH_EVENTS = 500;
export const MAX_BATCH_BYTES = 262_144;

const TYP = 'pullquote-batch+jws';

export interface SignedBatch {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly signature: string;
}

/** Events → body and signature, bound to the publisher's origin so that nobody can pass them on to another one. */
export async function signBatch(
  events: readonly PullquoteEvent[],
  key: PrivateKey,
  publisher: string,
): Promise<SignedBatch> {
  const body = new TextEncoder().encode(JSON.stringify(events));
  return { body, signature: await signDetached(body, key, TYP, publisher) };
}

/**
 * Signed body → a list of values, of which each is still to be parsed with `parseEvent`.
 * @param toText bytes → base64url; a server has a faster one
 * @throws EventsError `too-large`, `signature` or `malformed`
 */
export async function openBatch(
  batch: SignedBatch,
  keys: KeySet,
  publisher: string,
  toText?: (bytes: Uint8Array) => string,
): Promise<unknown[]> {
  if (batch.body.byteLength > MAX_BATCH_BYTES)
    throw new EventsError('too-large', `A batch holds at most ${MAX_BATCH_BYTES} bytes.`);
  try {
    await verifyDetached(batch.signature, batch.body, keys, TYP, publisher, toText);
  } catch (error) {
    if (error instanceof RecordError)
      throw new EventsError(
        'signature',
        `The batch is not signed by this community for ${publisher}: ${error.message}`,
      );
    throw error;
  }
  let events: unknown;
  try {
    events = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(batch.body));
  } catch {
    throw new EventsError('malformed', 'The batch is not UTF-8 JSON.');
  }
  if (!Array.isArray(events)) throw new EventsError('malformed', 'A CloudEvents batch is a JSON array.');
  if (events.length > MAX_BATCH_EVENTS)
    throw new EventsError('too-large', `A batch holds at most ${MAX_BATCH_EVENTS} events.`);
  return events;
}
