import { html, nothing, type TemplateResult } from 'lit';
import { clean, readMedia, type Medium, type RenderRecord } from '@pullquote/record/reader';
import { linkView } from '../label/view.js';
import type { ElementContext } from '../source-element.js';
import { clockTime, hostsOf, kindOf } from './kind.js';
import { ENGLISH_MEDIA, type MediaWords } from './words.js';

export type MediaView = (context: ElementContext) => TemplateResult;

/** A record's media as they stand before a click: nothing here asks another site for anything. @throws RecordError `record` */
export function mediaView(record: RenderRecord): MediaView {
  const media = readMedia(record);
  return ({ words }) => {
    const says = words.media ?? ENGLISH_MEDIA;
    return html`${media.map((medium, n) => figure(medium, n, says, words))}`;
  };
}

function figure(medium: Medium, n: number, words: MediaWords, { lang, list }: ElementContext['words']): TemplateResult {
  const kind = kindOf(medium);
  const hosts = hostsOf(medium);
  const plays = kind === 'video' || kind === 'audio';
  const shows = plays || kind === 'image';
  const names = (medium.captions ?? []).map((track) => languageName(track.lang, lang));
  const facts = [
    medium.bytes === undefined ? '' : words.megabytes(megabytes(medium.bytes, lang)),
    names.length > 0 ? words.captions(list(names)) : '',
  ].filter(Boolean);
  return html`<figure>
    <figcaption class="kind">
      <b>${words.kind[kind]}</b>${medium.title ? html` · <bdi>${clean(medium.title)}</bdi>` : nothing}${facts.map(
        (fact) => ` · ${fact}`,
      )}
    </figcaption>
    <div data-stage></div>
    ${shows ? html`<p class="small">${words.contacts(list(hosts), hosts.length)}</p>` : nothing}
    <div class="foot">
      ${shows ? playButton(n, 0, plays ? words.play : words.show) : nothing}
      ${linkView(words.open, medium.url, 'canonicalUrl')}
    </div>
    ${plays ? chaptersView(medium, n, words) : nothing}
  </figure>`;
}

function chaptersView({ chapters = [] }: Medium, n: number, words: MediaWords): TemplateResult | typeof nothing {
  if (chapters.length === 0) return nothing;
  return html`<ol class="foot" aria-label=${words.chapters}>
    ${chapters.map(({ start, title }) => html`<li>${playButton(n, start, `${clockTime(start)} ${clean(title)}`)}</li>`)}
  </ol>`;
}

/** The elements hear clicks by `data-do`; the rest says of which medium, and from which second. */
function playButton(n: number, start: number, text: string): TemplateResult {
  return html`<button type="button" data-do="play" data-n=${n} data-start=${start}>${text}</button>`;
}

/** `de` → `German`, in the element's own language. */
export function languageName(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // Not a language tag.
  }
}

function megabytes(bytes: number, lang: string): string {
  return Math.max(bytes / 1e6, 0.1).toLocaleString(lang, { maximumFractionDigits: 1 });
}
