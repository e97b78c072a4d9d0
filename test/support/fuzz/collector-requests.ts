import { BATCH_TYPE, SIGNATURE_HEADER, signBatch, type PullquoteEvent } from '@pullquote/events';
import type { PrivateKey } from '@pullquote/record';
import { mutateBytes, mutateText, mutateValue, nasty } from './mutate.js';
import type { Random } from './random.js';

export interface FuzzWorld {
  /** As Hono names them: `GET /v1/report.json`. */
  readonly routes: readonly string[];
  readonly origin: string;
  readonly publishers: readonly string[];
  /** Keys that work, that worked once, and that never did. */
  readonly keys: readonly string[];
  readonly cookies: readonly string[];
  readonly token: string;
  readonly community: PrivateKey;
  readonly events: () => readonly unknown[];
}

export interface FuzzRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  readonly address: string;
}

const QUERY = [
  'publisher',
  'from',
  'to',
  'day',
  'item',
  'community',
  'cursor',
  'limit',
  'wait',
  'format',
  'to',
  'why',
  'days',
  'page',
];
const TYPES = [
  BATCH_TYPE,
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/csv',
];

/** One request: a true one for some route, with up to four things of it changed. */
export async function makeRequest(world: FuzzWorld, random: Random): Promise<FuzzRequest> {
  const [named = 'GET', pattern = '/'] = random.pick(world.routes).split(' ');
  const headers = new Map<string, string>();
  let method = named === 'ALL' ? random.pick(['GET', 'PUT', 'DELETE']) : named;
  let path = pattern.replace(/:\w+(\{[^}]*\})?|\*/g, () =>
    // A text that was cut in the middle of a character can't be written into an address.
    encodeURIComponent(random.chance(0.5) ? 'data-quality' : Buffer.from(nasty(random).slice(0, 200)).toString()),
  );
  const query = new URLSearchParams();
  let body = await makeBody(world, random, method, pattern, headers);

  if (random.chance(0.8)) credentials(world, random, headers);
  if (random.chance(0.5)) headers.set('sec-fetch-site', random.pick(['same-origin', 'cross-site', 'none']));
  if (random.chance(0.5)) headers.set('origin', random.chance(0.7) ? world.origin : nasty(random));
  if (random.chance(0.4)) headers.set('accept', random.pick(['text/html', 'application/json', '*/*', nasty(random)]));
  if (random.chance(0.3)) query.set('publisher', random.pick(world.publishers));

  for (let i = random.below(5); i > 0; i -= 1)
    switch (random.below(7)) {
      case 0:
        path = `/${mutateText(path.slice(1), random)}`;
        break;
      case 1:
        query.append(random.chance(0.8) ? random.pick(QUERY) : nasty(random), nasty(random));
        break;
      case 2: {
        const name = [...headers.keys()][random.below(headers.size)];
        if (name !== undefined) headers.set(name, mutateText(headers.get(name) ?? '', random));
        break;
      }
      case 3:
        headers.set(
          random.pick([
            'cookie',
            'authorization',
            'content-type',
            'x-forwarded-for',
            'range',
            'if-none-match',
            SIGNATURE_HEADER,
          ]),
          nasty(random),
        );
        break;
      case 4:
        method = random.pick(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']);
        break;
      case 5:
        if (body !== undefined) body = typeof body === 'string' ? mutateText(body, random) : mutateBytes(body, random);
        break;
      default:
        headers.set('content-type', random.pick(TYPES));
    }
  return {
    method,
    url: address(world.origin, path, query),
    headers: toHeaders(headers),
    body: method === 'GET' || method === 'HEAD' ? undefined : body,
    address: `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`,
  };
}

async function makeBody(
  { community, publishers, keys, events }: FuzzWorld,
  random: Random,
  method: string,
  pattern: string,
  headers: Map<string, string>,
): Promise<Uint8Array<ArrayBuffer> | string | undefined> {
  if (method === 'GET' || method === 'DELETE') return undefined;
  if (pattern === '/v1/events') {
    const sent = events().map((one) => (random.chance(0.4) ? mutateValue(one, random) : one));
    const { body, signature } = await signBatch(sent as PullquoteEvent[], community, random.pick(publishers));
    headers.set('content-type', BATCH_TYPE).set(SIGNATURE_HEADER, signature);
    return new Uint8Array(typeof body === 'string' ? new TextEncoder().encode(body) : body);
  }
  if (pattern.startsWith('/sign-')) {
    headers.set('content-type', 'application/x-www-form-urlencoded');
    return new URLSearchParams({ key: random.pick(keys), to: random.chance(0.5) ? '/' : nasty(random) }).toString();
  }
  headers.set('content-type', 'application/json');
  const campaign = {
    name: 'Congress',
    kind: 'congress',
    from: '2026-11-01',
    to: '2026-11-09',
    url: 'https://hook.example/x',
  };
  return JSON.stringify(mutateValue(campaign, random));
}

function credentials({ keys, cookies, token }: FuzzWorld, random: Random, headers: Map<string, string>): void {
  if (random.chance(0.6)) headers.set('authorization', `Bearer ${random.chance(0.9) ? random.pick(keys) : token}`);
  else if (cookies.length > 0) headers.set('cookie', random.pick(cookies));
}

/** What no `URL` can hold is left out of the path: over a socket it is sent all the same. */
function address(origin: string, path: string, query: URLSearchParams): string {
  const search = query.size > 0 ? `?${query.toString()}` : '';
  return URL.canParse(path + search, origin) ? new URL(path + search, origin).href : `${origin}/${search}`;
}

/** What no header can hold, such as a line end, is left out of it. */
function toHeaders(headers: Map<string, string>): Headers {
  const made = new Headers();
  for (const [name, value] of headers) {
    try {
      made.set(name, value);
    } catch {
      made.set(name, value.replace(/[^\x21-\x7e]/g, ''));
    }
  }
  return made;
}
