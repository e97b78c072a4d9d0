import { readCapped } from './read-capped.js';

/**
 * A request's body of at most `limit` bytes, or undefined when there is more. Where its length is stated it is read in one piece: the
 * server that took the request holds it to that length (RFC 9112 section 6.3). Otherwise it is read until it is too much.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const stated = request.headers.get('content-length') ?? '';
  // What was packed may have become more on its way to here.
  const plain = /^\d{1,9}$/.test(stated) && !request.headers.has('content-encoding');
  if (!plain || Number(stated) > limit) return readCapped(request, limit);
  const body = new Uint8Array(await request.arrayBuffer());
  return body.byteLength > limit ? undefined : body;
}
