import { decode, encode } from './base64url.js';
import { RecordError } from './errors.js';
import { importOnce } from './import-once.js';
import { readHeader, verifyParts, type JwsType, type KeySet } from './jws.js';

/**
 * Verifies a detached JWS over exactly these bytes.
 * @param toText bytes → base64url; a server has a faster one
 * @throws RecordError
 */
export async function verifyDetached(
  signature: string,
  body: Uint8Array,
  keys: KeySet,
  typ: JwsType,
  aud: string,
  toText: (bytes: Uint8Array) => string = encode,
): Promise<void> {
  const parts = signature.split('.');
  if (parts.length !== 3 || parts[1] !== '')
    throw new RecordError('jws-format', 'A detached JWS reads header..signature.');
  const [header = '', , mark = ''] = parts;
  // The text of the body is made here, so there is nothing in it to be checked.
  const signed = { header: readHeader(header), signature: decode(mark), input: `${header}.${toText(body)}` };
  await verifyParts(signed, keys, typ, aud, importOnce);
}
