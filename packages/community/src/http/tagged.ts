import { createHash } from 'node:crypto';

/** A body with an ETag; 304 when the browser has it already (RFC 9110 section 13.1.2). */
export function tagged(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  status = 200,
) {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (status === 200 && (known.includes(etag) || known.includes('*')))
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  return new Response(body, { status, headers: { ...headers, etag } });
}
