import { RecordError } from '../errors.js';
import { clean } from '../label/text.js';
import type { CompactLabel } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { isSecureUrl } from '../origin.js';
import { renderIframe } from './iframe.js';
import { renderMarker } from './marker.js';

export interface OEmbedOptions {
  /** Who answers: the publisher or the community. The item's companies when left out. */
  readonly provider?: { readonly name: string; readonly url: string } | undefined;
  /** Address of the page that `renderIframePage` makes. WordPress embeds nothing from sites it does not know without one. */
  readonly frame?: string | undefined;
  /** Seconds; not longer than the status list lives, because an item can be withdrawn. An hour when left out. */
  readonly cacheAge?: number | undefined;
  /** Size of the frame in CSS pixels; 600 by 400 when left out. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** An answer in oEmbed 1.0, to be sent as JSON. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

/** The label as oEmbed `rich`: the marker, and the frame after it where there is one. @throws RecordError `link` */
export function renderOEmbed(
  label: CompactLabel,
  link: ItemLink,
  { provider, frame, cacheAge = 3_600, width = 600, height = 400 }: OEmbedOptions = {},
): OEmbed {
  const words = (field: string) => label.compact.find((item) => item.field === field)?.text ?? '';
  const title = [words('promotionalStatus'), words('title')].join(': ');
  const { name, url } = provider ?? { name: words('company'), url: new URL(link.url).origin };
  if (!isSecureUrl(url))
    throw new RecordError('link', `The provider's address must be an absolute https URL, not "${url}"`);
  const marker = renderMarker(label, link);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: clean(name),
    provider_url: url,
    cache_age: cacheAge,
    width,
    height,
    html: frame === undefined ? marker : `${marker}\n${renderIframe(frame, title, width, height)}`,
  };
}
