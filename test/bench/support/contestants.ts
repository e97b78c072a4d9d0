import { page, type CommunitySite } from '../../support/community-site.js';
import { blueskyThread } from './bluesky.js';
import { bundlePeer, type Built } from './bundle.js';
import type { Item } from './items.js';

export interface Contestant {
  readonly name: string;
  /** What it leaves undone of what a card or a share button of ours does. */
  readonly lacks: string;
  readonly files: readonly Built[];
  /** What a site's server writes into the page for one item. `origin` plays the third party, where there is one. */
  placeholder(item: Item, origin?: string): string;
  /** The same without text for readers whose scripts are off, where that is not the placeholder itself. */
  bare?(item: Item, origin: string): string;
}

const SERVICES = '[&quot;facebook&quot;,&quot;linkedin&quot;,&quot;reddit&quot;,&quot;whatsapp&quot;,&quot;mail&quot;]';

const CONTESTANTS: readonly Omit<Contestant, 'files'>[] = [
  {
    name: 'pq-card',
    lacks: '–',
    placeholder: ({ post }) => post,
    bare: ({ link }) => `<pq-card item="${link}"></pq-card>`,
  },
  {
    name: 'c2pa-wc',
    lacks:
      'verifies nothing itself: that is another package, 1.4 MB of WebAssembly; no state of an item, no fallback text',
    placeholder: ({ record }) => `<cai-manifest-summary data-title="${record.title}"></cai-manifest-summary>`,
  },
  {
    name: 'bluesky-post-embed',
    lacks: 'no signature, no label, no recall; asks a third party for every post',
    placeholder: ({ record }, origin) =>
      blueskyPost(
        `<blockquote class="bluesky-post-fallback"><p dir="auto">${excerptOf(record)}</p>— Parke-Davis / Pfizer</blockquote>`,
        origin,
      ),
    bare: (_, origin) => blueskyPost('', origin),
  },
  {
    name: 'pq-share',
    lacks: '–',
    placeholder: ({ url, record }) => `<pq-share item="${url}"><a href="${url}">${record.title}</a></pq-share>`,
  },
  {
    name: 'shariff',
    lacks: 'links to networks only: no label, no dialog, no discussion',
    placeholder: ({ url, record }) =>
      `<div class="shariff" data-lang="en" data-url="${url}" data-title="${record.title}" data-services="${SERVICES}"></div>`,
  },
  {
    name: 'react-share',
    lacks: 'links to networks only: no label, no dialog, no discussion',
    placeholder: ({ url, record }) => `<div class="react-share" data-url="${url}" data-title="${record.title}"></div>`,
  },
  {
    name: 'web-social-share',
    lacks: 'networks only: no label, no icons of its own, no focus handling',
    placeholder: ({ url }) => `<web-social-share show="false" data-url="${url}"></web-social-share>`,
  },
];

const blueskyPost = (fallback: string, origin?: string) =>
  `<bluesky-post ${origin ? `service-uri="${origin}"` : ''} src="at://did:plc:ragtjsm2j2vknwkz3zp4oxrd/app.bsky.feed.post/3kj2umze7zj2n">${fallback}</bluesky-post>`;
const excerptOf = (record: Item['record']) => record.excerpts?.[0]?.text ?? '';
export const isOurs = ({ name }: Pick<Contestant, 'name'>) => name.startsWith('pq-');

/** Bundles every contestant (or those named) and lets the site serve it, Bluesky's answers too. */
export async function serveContestants(
  site: CommunitySite,
  items: readonly Item[],
  names?: readonly string[],
): Promise<readonly Contestant[]> {
  const contestants = await Promise.all(
    CONTESTANTS.filter(({ name }) => names?.includes(name) ?? true).map(async (one) => ({
      ...one,
      files: await bundlePeer(one.name),
    })),
  );
  for (const { files } of contestants) for (const { path, ...answer } of files) site.pages.set(path, answer);
  const first = items[0];
  site.pages.set('/xrpc/app.bsky.feed.getPostThread', {
    type: 'application/json',
    body: blueskyThread(first ? excerptOf(first.record) : ''),
  });
  return contestants;
}

/** The tags that load these contestants, in a head. */
export function tagsOf(contestants: readonly Contestant[]): string {
  const tags = contestants.flatMap((one) => [
    ...one.files
      .filter(({ path }) => path.endsWith('.css'))
      .map(({ path }) => `<link rel="stylesheet" href="${path}">`),
    ...(isOurs(one) ? ['<script type="module" src="/pq/pullquote.js"></script>'] : []),
    `<script type="module" src="/${one.name}/${one.name}.js"></script>`,
  ]);
  return [...new Set(tags)].join('\n');
}

export const pageOf = (contestants: readonly Contestant[], body = '<main></main>') =>
  page(body, { script: false, head: tagsOf(contestants) });
