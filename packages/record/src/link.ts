import { RecordError } from './errors.js';
import { isSecureUrl } from './origin.js';

/** What a stored post says about an item: all that is ever read back from it. */
export interface ItemLink {
  /** The item's canonical URL, without the fragment. */
  readonly url: string;
  readonly version: number;
  /** 128 bits of the payload digest, base64url, 22 characters. */
  readonly digest: string;
  readonly excerpt?: string | undefined;
  /** Depth of the post that holds the link: 0 to 3. */
  readonly depth?: number | undefined;
  /** Language of the stored label around the link, when that is not English. */
  readonly lang?: string | undefined;
}

const FRAGMENT =
  /^#pq=v([1-9]\d{0,6});h=([A-Za-z0-9_-]{21}[AQgw])(?:;x=([A-Za-z0-9-]{1,32}))?(?:;d=([0-3]))?(?:;l=([a-z]{2}))?$/;

/** → `https://publisher/item#pq=v1;h=…;x=…;d=…;l=…` */
export function formatLink(link: ItemLink): string {
  const excerpt = link.excerpt === undefined ? '' : `;x=${link.excerpt}`;
  const depth = link.depth === undefined ? '' : `;d=${link.depth}`;
  const lang = link.lang === undefined || link.lang === 'en' ? '' : `;l=${link.lang}`;
  return `${plainUrl(link.url)}#pq=v${link.version};h=${link.digest}${excerpt}${depth}${lang}`;
}

/** Reads a link, or returns undefined when the text is not one: a page holds many links that are none of ours. */
export function readLink(text: string): ItemLink | undefined {
  if (!text.includes('#pq=') || !isSecureUrl(text)) return undefined;
  const fields = FRAGMENT.exec(new URL(text).hash);
  if (fields === null) return undefined;
  const [, version, digest, excerpt, depth, lang] = fields;
  return {
    url: plainUrl(text),
    version: Number(version),
    digest: digest ?? '',
    excerpt,
    depth: depth === undefined ? undefined : Number(depth),
    lang,
  };
}

/** Reads a link. @throws RecordError `link` */
export function parseLink(text: string): ItemLink {
  const link = readLink(text);
  if (link) return link;
  throw new RecordError('link', 'Not an item link: expected https://publisher/item#pq=v1;h=<22 characters>.');
}

function plainUrl(text: string): string {
  const url = new URL(text);
  url.hash = '';
  return url.href;
}
