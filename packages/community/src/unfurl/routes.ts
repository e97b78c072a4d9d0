import type { Settings } from '../config.js';
import { problem } from '../http/problem.js';
import { tagged } from '../http/tagged.js';
import { errorKind } from '../log.js';
import type { HeldState } from '../store/items.js';
import { askerOf, type Asker } from './asker.js';
import { unfurl, type UnfurlParts } from './unfurl.js';

export interface UnfurlRoutes {
  readonly unfurl: (request: Request) => Promise<Response>;
  readonly oembed: (request: Request) => Promise<Response>;
}

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'private, no-cache' };
const OWN = { ...HEADERS, 'cross-origin-resource-policy': 'same-origin' };

/** `GET /pq/unfurl` for the community's own pages and servers, `GET /pq/oembed` for any consumer of oEmbed 1.0. */
export function unfurlRoutes(settings: Settings, parts: UnfurlParts): UnfurlRoutes {
  const withAsker = (work: (request: Request, asker: Asker) => Response) => async (request: Request) => {
    try {
      return work(request, await askerOf(request, settings));
    } catch (error) {
      settings.log.error(errorKind(error), 'member(request) failed');
      return problem(500, 'member', 'The community could not say who is signed in. Try again later.');
    }
  };

  return {
    unfurl: withAsker((request, { own, reader }) => {
      if (!own)
        return problem(403, 'cross-origin', `Asked by pages of ${settings.origin}, or with the server key, alone.`);
      const url = urlOf(request);
      if (url === undefined) return missingUrl('/pq/unfurl');
      const found = unfurl(url, reader, parts);
      if (!found) return unknown();
      return tagged(request, JSON.stringify({ ...found, renderings: found.renderings ?? null }), OWN);
    }),
    oembed: withAsker((request, { reader }) => {
      const { searchParams } = new URL(request.url);
      const url = urlOf(request);
      if (url === undefined) return missingUrl('/pq/oembed');
      // oEmbed 1.0, section 2.3: a format that is not offered is answered with 501.
      if ((searchParams.get('format') ?? 'json') !== 'json')
        return problem(501, 'malformed', 'format: only json is answered.');
      const found = unfurl(url, reader, parts);
      if (!found) return unknown();
      const { renderings, item } = found;
      if (!renderings) return refused(item.state);
      const width = sizeOf(searchParams.get('maxwidth'), renderings.oembed.width);
      const height = sizeOf(searchParams.get('maxheight'), renderings.oembed.height);
      return tagged(request, JSON.stringify({ ...renderings.oembed, width, height }), HEADERS);
    }),
  };
}

function urlOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get('url') || undefined;
}

function sizeOf(most: string | null, own: number): number {
  return most !== null && /^[1-9]\d{0,4}$/.test(most) ? Math.min(own, Number(most)) : own;
}

function missingUrl(path: string): Response {
  return problem(400, 'malformed', `url: is missing. Give the item's address, as in ${path}?url=https%3A%2F%2F….`);
}

function unknown(): Response {
  return problem(404, 'unknown-item', 'No listed publisher has this item in its catalogue here. Nothing was fetched.');
}

function refused(state: HeldState): Response {
  switch (state) {
    case 'withdrawn':
      return problem(410, 'withdrawn', 'The publisher has withdrawn this item.');
    case 'not-for-audience':
      // Section 2.3 again: 401 where the item is not public.
      return problem(401, 'not-hcp', 'This item is not for everybody. Ask with the server key of this community.', {
        'www-authenticate': 'Bearer',
      });
    case 'live':
    case 'suspended':
    case 'superseded':
    case 'expired':
    case 'unchecked':
      return problem(404, 'unknown-item', `This item can't be shared now: ${state}.`);
  }
}
