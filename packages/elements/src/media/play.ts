import { html, nothing, render, type TemplateResult } from 'lit';
import { clean, readMedia, type Medium, type RenderRecord } from '@pullquote/record/reader';
import { linkView } from '../label/view.js';
import type { ElementContext } from '../source-element.js';
import { fetchChecked } from './fetch-checked.js';
import { kindOf, momentOf } from './kind.js';
import { languageName } from './view.js';
import { ENGLISH_MEDIA, type MediaWords } from './words.js';

/** How a medium is being shown: each failure takes the next way, until only the link is left. */
interface Way {
  readonly src: string;
  /** The very bytes that were signed. */
  readonly checked: boolean;
  /** Captions of another site can only be read in a request that both sites allow. */
  readonly captions: boolean;
}

/** Puts the player or the picture in place, after the doctor's click on `button`. Nothing plays by itself. */
export async function play(button: HTMLElement, record: RenderRecord, context: ElementContext): Promise<void> {
  const medium = readMedia(record)[Number(button.dataset['n'])];
  const stage = button.closest('figure')?.querySelector<HTMLElement>('[data-stage]');
  if (!medium || !stage) return;
  const start = Number(button.dataset['start']);
  const player = stage.querySelector<HTMLMediaElement>('video, audio');
  if (player) {
    player.currentTime = start;
    player.focus();
    return;
  }
  const words = context.words.media ?? ENGLISH_MEDIA;
  render(sentence(words.loading), stage);
  const file = await fetchChecked(medium);
  if (file === 'differs') {
    render(sentence(words.differs), stage);
    return;
  }

  const direct: Way = { src: medium.url, checked: false, captions: false };
  const captioned: Way = { ...direct, captions: true };
  const ways: Way[] = (medium.captions ?? []).length > 0 ? [captioned, direct] : [direct];
  if (file !== 'unchecked') ways.unshift({ src: URL.createObjectURL(file), checked: true, captions: true });
  const next = () => {
    const way = ways.shift();
    render(nothing, stage); // A player that failed keeps its failure.
    const link = linkView(words.open, momentOf(medium.url, start), 'canonicalUrl');
    render(way ? view(medium, way, start, context, next) : sentence(words.blocked, link), stage);
    stage.querySelector<HTMLMediaElement>('video, audio')?.focus();
  };
  next();
}

function sentence(text: string, link?: TemplateResult): TemplateResult {
  return html`<p class="small" role="status">${text} ${link ?? nothing}</p>`;
}

function view(medium: Medium, way: Way, start: number, context: ElementContext, failed: () => void): TemplateResult {
  const words = context.words.media ?? ENGLISH_MEDIA;
  return html`${element(medium, way, start, context.words.lang, words, failed)}
  ${sentence(way.checked ? words.checked : words.unchecked)}`;
}

function element(
  medium: Medium,
  { src, captions }: Way,
  start: number,
  lang: string,
  words: MediaWords,
  failed: () => void,
): TemplateResult {
  const kind = kindOf(medium);
  const name = clean(medium.title ?? words.kind[kind]);
  const from = momentOf(src, start);
  if (kind === 'image')
    return html`<img
      src=${src}
      alt=${name}
      referrerpolicy="no-referrer"
      @load=${() => URL.revokeObjectURL(src)}
      @error=${failed}
    />`;
  const tracks = captions ? (medium.captions ?? []) : [];
  const shared = tracks.length > 0 ? 'anonymous' : nothing;
  const trackViews = tracks.map(
    (track) =>
      html`<track kind="captions" src=${track.url} srclang=${track.lang} label=${languageName(track.lang, lang)} />`,
  );
  return kind === 'audio'
    ? html`<audio controls preload="metadata" crossorigin=${shared} src=${from} aria-label=${name} @error=${failed}>
        ${trackViews}
      </audio>`
    : html`<video
        controls
        playsinline
        preload="metadata"
        crossorigin=${shared}
        poster=${medium.poster ?? nothing}
        src=${from}
        aria-label=${name}
        @error=${failed}
      >
        ${trackViews}
      </video>`;
}
