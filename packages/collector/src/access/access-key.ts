import { crc32 } from 'node:zlib';
import { customAlphabet } from 'nanoid';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 8;
const SECRET_LENGTH = 32;
const CHECK_LENGTH = 6;

const randomId = customAlphabet(BASE62, ID_LENGTH);
const randomSecret = customAlphabet(BASE62, SECRET_LENGTH);

/**
 * `pqc_`, then the key's id, its secret (190 bits) and a checksum, all in one word that a double click selects. Secret
 * scanners find one by this pattern, and the checksum tells them a real one from a look-alike.
 */
export const ACCESS_KEY_PATTERN = /^pqc_([0-9A-Za-z]{8})([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/;

export interface AccessKeyText {
  /** Names the key in lists and in the audit log. Not a secret. */
  readonly id: string;
  /** The whole key, which only its holder ever has. */
  readonly text: string;
}

export function makeAccessKey(): AccessKeyText {
  const id = randomId();
  const start = `pqc_${id}${randomSecret()}`;
  return { id, text: start + checksum(start) };
}

/** The id inside a key, or undefined where the text is no whole key: nothing needs to be looked up then. */
export function idOfAccessKey(text: string): string | undefined {
  const [, id] = ACCESS_KEY_PATTERN.exec(text) ?? [];
  return id !== undefined && checksum(text.slice(0, -CHECK_LENGTH)) === text.slice(-CHECK_LENGTH) ? id : undefined;
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let i = 0; i < CHECK_LENGTH; i += 1) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
