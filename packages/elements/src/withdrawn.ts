import { html, nothing, type TemplateResult } from 'lit';
import {
  clean,
  readJson,
  readTombstone,
  verifyJws,
  type ItemLink,
  type Tombstone,
  type TrustedPublisher,
} from '@pullquote/record/reader';
import { linkView } from './label/view.js';
import type { ElementContext } from './source-element.js';

/** What is left of a withdrawn item, and how it is said. */
export interface Remains {
  readonly tombstone: Tombstone;
  readonly notice: (context: ElementContext) => TemplateResult;
}

/** The remains, if the publisher signed the tombstone for exactly this item. */
export async function remainsOf(
  jws: string,
  publisher: Pick<TrustedPublisher, 'jwks' | 'origin'>,
  url: string,
  link: ItemLink | undefined,
): Promise<Remains | undefined> {
  try {
    const stone = readTombstone(readJson(await verifyJws(jws, publisher.jwks, 'pullquote-tombstone+jwt')));
    const same =
      stone.iss === publisher.origin && stone.canonicalUrl === url && (!link || stone.digest === link.digest);
    return same ? { tombstone: stone, notice: (context) => noticeOf(stone, context) } : undefined;
  } catch {
    return undefined;
  }
}

/** Why it went, and where to go instead. */
function noticeOf(
  { title, reason, replacement, aeReportingUrl }: Tombstone,
  { words }: ElementContext,
): TemplateResult {
  return html`<h3 class="title">${clean(title)}</h3>
    <p class="small"><b>${words.element.reason}.</b> <bdi>${clean(reason)}</bdi></p>
    <div class="foot">
      ${replacement ? linkView(words.element.replacement, replacement, 'newer') : nothing}
      ${aeReportingUrl ? linkView(words.heading.aeReporting, aeReportingUrl, 'aeReporting') : nothing}
    </div>`;
}
