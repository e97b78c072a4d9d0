import { decode, encode } from './base64url.js';
import { RecordError } from './errors.js';
import { readJson, verifyJws, type KeySet, type PrivateKey } from './jws.js';
import { signJws } from './sign-jws.js';
import { ITEM_STATES, type ItemState } from './vocabulary.js';

/** Places in one list; every list has all of them, so that its length tells nothing. */
export const STATUS_LIST_SIZE = 131_072;
const BYTES = STATUS_LIST_SIZE / 4;

/** A verified status list (IETF Token Status List, 2 bits an item). */
export interface StatusList {
  readonly uri: string;
  /** Seconds since 1970. */
  readonly iat: number;
  /** Seconds since 1970; past it the list can still withdraw, but no longer vouch. */
  readonly exp: number;
  stateAt(idx: number): ItemState;
}

export interface StatusClaims {
  readonly uri: string;
  readonly iat: number;
  readonly exp: number;
  /** idx → state; places that are not named are live. */
  readonly states: ReadonlyMap<number, ItemState>;
}

/** States → signed `statuslist+jwt`. */
export async function signStatusList(claims: StatusClaims, key: PrivateKey): Promise<string> {
  const bits = new Uint8Array(BYTES);
  for (const [idx, state] of claims.states) {
    if (!Number.isInteger(idx) || idx < 0 || idx >= STATUS_LIST_SIZE) {
      throw new RecordError('status-list', `Status index ${idx} is outside 0 to ${STATUS_LIST_SIZE - 1}.`);
    }
    const byte = idx >> 2;
    bits[byte] = (bits[byte] ?? 0) | (ITEM_STATES.indexOf(state) << ((idx & 3) * 2));
  }
  const { readable, writable } = new CompressionStream('deflate');
  const payload = {
    sub: claims.uri,
    iat: claims.iat,
    exp: claims.exp,
    ttl: claims.exp - claims.iat,
    status_list: { bits: 2, lst: encode(await pump(readable, writable, bits, BYTES * 2)) },
  };
  return signJws(new TextEncoder().encode(JSON.stringify(payload)), key, 'statuslist+jwt');
}

/**
 * Signed token → list, if a status key of this publisher signed it for this `uri`. An expired list is returned: whether
 * its age matters is the verdict's question.
 * @throws RecordError
 */
export async function openStatusList(token: string, keys: KeySet, uri: string): Promise<StatusList> {
  const claims = readJson(await verifyJws(token, keys, 'statuslist+jwt')) as Partial<{
    sub: unknown;
    iat: unknown;
    exp: unknown;
    status_list: { bits?: unknown; lst?: unknown };
  }> | null;
  const list = claims?.status_list;
  const { sub, iat, exp } = claims ?? {};
  if (
    sub !== uri ||
    typeof iat !== 'number' ||
    typeof exp !== 'number' ||
    list?.bits !== 2 ||
    typeof list.lst !== 'string'
  ) {
    throw new RecordError('status-list', `Not a 2-bit status list for ${uri}.`);
  }
  const { readable, writable } = new DecompressionStream('deflate');
  const bits = await pump(readable, writable, decode(list.lst), BYTES);
  return {
    uri,
    iat,
    exp,
    stateAt(idx) {
      // Bit shifts wrap at 2³², so the range is checked first.
      const byte = Number.isInteger(idx) && idx >= 0 && idx < STATUS_LIST_SIZE ? bits[idx >> 2] : undefined;
      const state = byte === undefined ? undefined : ITEM_STATES[(byte >> ((idx & 3) * 2)) & 3];
      if (state === undefined) throw new RecordError('status-list', `Status index ${idx} is outside the list.`);
      return state;
    },
  };
}

/** Runs bytes through a (de)compressor and stops at `limit` bytes of output: a list is never a bomb. */
async function pump(
  readable: ByteStream,
  writable: { getWriter(): ByteWriter },
  input: Uint8Array,
  limit: number,
): Promise<Uint8Array> {
  const writer = writable.getWriter();
  const written = writer.write(input).then(() => writer.close());
  written.catch(() => undefined); // The reader below sees the same failure.
  const reader = readable.getReader();
  const output = new Uint8Array(limit);
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || !value) break;
      if (length + value.length > limit) throw new RangeError();
      output.set(value, length);
      length += value.length;
    }
  } catch {
    await reader.cancel().catch(() => undefined);
    throw new RecordError('status-list', 'The status list does not decompress to a list of the agreed size.');
  }
  return output.subarray(0, length);
}
