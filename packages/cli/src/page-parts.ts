import {
  channelsFor,
  escapeHtml,
  labelModel,
  renderJsonLd,
  renderOEmbed,
  renderOpenGraph,
  renderOpenGraphNotice,
  type ContentRecord,
  type ItemLink,
} from '@pullquote/record';
import type { Config } from './config.js';

/** What the item's own page needs so that a site which has never heard of us shows whose it is. */
export interface PageParts {
  /** Tags for the page's head. */
  readonly head: string;
  /** An oEmbed answer; only of items that anybody may read. */
  readonly oembed: string | undefined;
}

/** Oembed answers are asked for again at least this often, in seconds. */
const LONGEST_CACHE_S = 3_600;

export function headPath(digest: string): string {
  return `/.well-known/pullquote/heads/${digest}.html`;
}

export function oembedPath(digest: string): string {
  return `/.well-known/pullquote/oembed/${digest}.json`;
}

/**
 * An item that may go to open networks is shown whole. Of any other the previews say whose it is and for whom, without a word of
 * its subject; one that needs a verified healthcare professional gives no oEmbed answer either (decision 55).
 */
export function pageParts(record: ContentRecord, digest: string, config: Config): PageParts {
  const { countries } = record.audience;
  // Written once for all readers: where they are of several countries, each one's text stands with its country's name.
  const country = countries.length === 1 ? (countries[0] ?? '') : '';
  const context = { state: 'as-stated', country } as const;
  const label = labelModel(record, context);
  const link: ItemLink = { url: record.canonicalUrl, version: record.version, digest };
  const isOpen = channelsFor(record, { openNetworks: true }).some(
    ({ channel, not }) => channel.kind === 'open-social' && not === undefined,
  );
  const isPublic = record.reuse.requireVerifiedHcp === false && record.promotionalStatus !== 'promotional';
  const head = [isOpen ? renderOpenGraph(label, link) : renderOpenGraphNotice(label, link)];
  if (isOpen) head.push(renderJsonLd(record, context, link));
  if (isPublic) {
    const address = escapeHtml(config.origin + oembedPath(digest));
    head.push(`<link rel="alternate" type="application/json+oembed" href="${address}">`);
  }
  return { head: `${head.join('\n')}\n`, oembed: isPublic ? oembed(label, link, config) : undefined };
}

function oembed(label: Parameters<typeof renderOEmbed>[0], link: ItemLink, config: Config): string {
  const cacheAge = Math.min(LONGEST_CACHE_S, Math.round(config.statusTtlHours * 3_600));
  const provider = { name: config.name, url: config.origin };
  return `${JSON.stringify(renderOEmbed(label, link, { provider, cacheAge }), null, 2)}\n`;
}
