import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that the site serves, with what browsers and communities must be told about it. */
interface Rule {
  readonly pattern: RegExp;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
}

const OPEN = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };
/** A record's name is the digest of its content, so it never changes under that name. */
const FIXED = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=31536000, immutable' };

const WELL_KNOWN: readonly Rule[] = [
  { pattern: /^\/\.well-known\/pullquote\.json$/, type: 'application/json', headers: OPEN },
  { pattern: /^\/\.well-known\/pullquote\/status\.jwt$/, type: 'application/statuslist+jwt', headers: OPEN },
  {
    pattern: /^\/\.well-known\/pullquote\/(records|tombstones)\/[A-Za-z0-9_-]{22}\.jws$/,
    type: 'application/jose',
    headers: FIXED,
  },
  {
    pattern: /^\/\.well-known\/pullquote\/oembed\/[A-Za-z0-9_-]{22}\.json$/,
    type: 'application/json',
    headers: OPEN,
  },
];
const ELEMENTS: readonly Rule[] = [
  {
    pattern: /^\/(chunks\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*\.js$/,
    type: 'text/javascript; charset=utf-8',
    headers: { 'cache-control': 'no-cache' },
  },
];

/** The published folder. Only the names that the format knows are served, so no path can leave it. */
export function wellKnown(publicDir: string, request: Request): Promise<Response | undefined> {
  return serve(publicDir, new URL(request.url).pathname, WELL_KNOWN, request);
}

/** The elements' bundle, under /pullquote/. */
export function elements(elementsDir: string, request: Request): Promise<Response | undefined> {
  return serve(elementsDir, new URL(request.url).pathname.replace(/^\/pullquote/, ''), ELEMENTS, request);
}

async function serve(
  folder: string,
  path: string,
  rules: readonly Rule[],
  request: Request,
): Promise<Response | undefined> {
  const rule = rules.find(({ pattern }) => pattern.test(path));
  if (rule === undefined) return undefined;
  try {
    return answer(await readFile(join(folder, ...path.split('/'))), rule.type, rule.headers, request);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A body with its ETag, or 304 when the asker has it already. */
export function answer(
  body: Uint8Array<ArrayBuffer> | string,
  type: string,
  headers: Readonly<Record<string, string>>,
  request: Request,
): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const all = { ...headers, etag, 'content-type': type, 'x-content-type-options': 'nosniff' };
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers: all });
  return new Response(request.method === 'HEAD' ? null : body, { headers: all });
}
