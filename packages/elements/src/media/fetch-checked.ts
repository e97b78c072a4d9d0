import { encode, type Medium } from '@pullquote/record/reader';

/** Files up to this size are read whole, so that they can be compared with what was signed; larger ones are streamed. */
const WHOLE = 20e6;

/**
 * The file, if it is the one that the publisher signed. `unchecked` when it is too large to read whole, or the page or
 * its site does not let a script read it: then only the browser's own player may have it. The one request says neither
 * where the reader is nor who.
 */
export async function fetchChecked({ url, bytes, sha256, mime }: Medium): Promise<Blob | 'differs' | 'unchecked'> {
  if ((bytes ?? (mime.startsWith('image/') ? 0 : Infinity)) > WHOLE) return 'unchecked';
  let file: ArrayBuffer;
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
    if (!response.ok || Number(response.headers.get('content-length')) > WHOLE) return 'unchecked';
    file = await response.arrayBuffer();
  } catch {
    return 'unchecked';
  }
  const digest = encode(new Uint8Array(await crypto.subtle.digest('SHA-256', file)));
  return digest === sha256 ? new Blob([file], { type: mime }) : 'differs';
}
