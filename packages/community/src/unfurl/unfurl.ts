import {
  formatLink,
  labelModel,
  parseRecord,
  readLink,
  renderBBCode,
  renderMarkdown,
  renderMarker,
  renderOEmbed,
  renderText,
  splitJws,
  type ContentRecord,
  type ItemLink,
  type OEmbed,
} from '@pullquote/record';
import type { HeldItem, Items, Reader } from '../store/items.js';
import type { Lists } from '../store/lists.js';

/** One item in every form that a forum can store or show. Each holds the whole label. */
export interface Renderings {
  /** A bare `blockquote`, which every known sanitizer keeps. */
  readonly html: string;
  readonly markdown: string;
  readonly bbcode: string;
  readonly text: string;
  readonly oembed: OEmbed;
}

export interface Unfurled {
  /** With `superseded` where the link names an older version. */
  readonly item: HeldItem;
  /** The link that the renderings end with. */
  readonly link: string;
  /** Only of an item that can be shared now, with this reader. */
  readonly renderings: Renderings | undefined;
}

export interface UnfurlParts {
  readonly settings: { readonly origin: string; readonly name: string; readonly country: string };
  readonly items: Items;
  readonly lists: Lists;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Oembed answers are asked for again at least this often, in seconds. */
const LONGEST_CACHE_S = 3_600;

/**
 * A link to an item → its verified record, rendered. It looks in the prefetched catalogue alone: nothing is ever fetched because
 * someone pasted a link. @returns undefined when no listed publisher has the item, or the version that the link names
 */
export function unfurl(address: string, reader: Reader, parts: UnfurlParts): Unfurled | undefined {
  const named = readLink(address);
  const url = named?.url ?? plain(address);
  const current = url === undefined ? undefined : parts.items.byUrl(url, reader);
  if (!current) return undefined;
  if (named && named.digest !== current.digest) {
    if (!parts.items.serveDigest(named.digest)) return undefined;
    const state = current.state === 'live' ? 'superseded' : current.state;
    return { item: { ...current, state }, link: address, renderings: undefined };
  }
  const record = current.state === 'live' ? heldRecord(parts.items, current.digest) : undefined;
  const excerpt = record?.excerpts?.find(({ id }) => id === named?.excerpt)?.id;
  const link: ItemLink = { url: current.url, version: current.version, digest: current.digest, excerpt };
  return {
    item: current,
    link: formatLink(link),
    renderings: record && render(record, link, reader, parts, current.publisher.origin),
  };
}

function render(
  record: ContentRecord,
  link: ItemLink,
  { country }: Reader,
  { settings, lists, now }: UnfurlParts,
  publisher: string,
): Renderings {
  const context = { state: 'as-stated', country: country ?? settings.country, excerpt: link.excerpt } as const;
  const label = labelModel(record, context);
  const holdsFor = (lists.held(publisher)?.exp ?? 0) - Math.floor(now() / 1_000);
  return {
    html: renderMarker(label, link),
    markdown: renderMarkdown(label, link),
    bbcode: renderBBCode(label, link),
    text: renderText(label, link),
    oembed: renderOEmbed(label, link, {
      provider: { name: settings.name, url: settings.origin },
      cacheAge: Math.max(0, Math.min(LONGEST_CACHE_S, holdsFor)),
    }),
  };
}

/** Its signature and digest were verified when it was taken. */
function heldRecord(items: Items, digest: string): ContentRecord | undefined {
  const jws = items.serveDigest(digest)?.jws;
  if (jws === null || jws === undefined) return undefined;
  return parseRecord(JSON.parse(new TextDecoder().decode(splitJws(jws).payload)));
}

/** An address as it stands in catalogues, without a fragment. */
function plain(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  url.hash = '';
  return url.href;
}
