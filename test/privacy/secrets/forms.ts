import { createHash } from 'node:crypto';

/** One way in which a secret may stand somewhere. */
export interface Form {
  readonly name: string;
  readonly bytes: Buffer;
  /** Whether upper and lower case are the same here. */
  readonly anyCase: boolean;
}

const HASHES = ['md5', 'sha1', 'sha256'] as const;
/** Of a hash, so many bytes in a row are enough to know it by: a shortened one is found, too. */
const HASH_BYTES = 8;

/** A secret → every form in which it may be hidden: as it is, encoded, hashed. @throws RangeError when it is too short to be told from chance */
export function formsOf(secret: string): Form[] {
  if (Buffer.byteLength(secret) < 5) throw new RangeError(`"${secret}": give secrets of five bytes or more.`);
  const asIs = Buffer.from(secret);
  const hashed = [...new Set([secret, secret.toLowerCase(), secret.toUpperCase()])].flatMap((text) =>
    HASHES.flatMap((hash) => hashForms(hash, createHash(hash).update(text).digest())),
  );
  const forms = [
    form('as it is', secret, true),
    form('UTF-16', Buffer.from(secret, 'utf16le'), false),
    form('URL-encoded', encodeURIComponent(secret), true),
    form('form-encoded', new URLSearchParams({ '': secret }).toString().slice(1), true),
    form('hex', asIs.toString('hex'), true),
    form('reversed', [...secret].reverse().join(''), true),
    ...base64Forms('base64', asIs),
    ...hashed,
  ];
  return [...new Map(forms.map((one) => [`${one.bytes.toString('hex')} ${one.anyCase}`, one])).values()];
}

/** A number, such as a moment, as text and as a program would store it. */
export function numberForms(name: string, value: number): Form[] {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  const short = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  const double = Buffer.alloc(8);
  double.writeDoubleBE(value);
  return [
    ...formsOf(String(value)),
    form(`${name} in base 36`, value.toString(36), true),
    form(`${name} in base 16`, value.toString(16), true),
    form(`${name}, big-endian`, short, false),
    form(`${name}, little-endian`, Buffer.from(short).reverse(), false),
    form(`${name}, floating point`, double, false),
  ];
}

function hashForms(hash: string, digest: Buffer): Form[] {
  const start = digest.subarray(0, HASH_BYTES);
  return [
    form(hash, start, false),
    form(`${hash}, hex`, start.toString('hex'), true),
    ...base64Forms(`${hash}, base64`, start),
  ];
}

/** What a run of bytes looks like inside base64: at three offsets, in two alphabets, without what the neighbours change. */
function base64Forms(name: string, bytes: Buffer): Form[] {
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url');
    const core = text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    const old = core.replaceAll('-', '+').replaceAll('_', '/');
    return [form(`${name} at offset ${offset}`, core, false), form(`${name} at offset ${offset}`, old, false)];
  });
}

function form(name: string, value: string | Buffer, anyCase: boolean): Form {
  return { name, bytes: Buffer.from(value as string), anyCase };
}
