import type { Medium } from '@pullquote/record/reader';
import type { MediaKind } from './words.js';

/** What a media type is to a reader. Whatever is not known to play or to show is a document, which only a link leads to. */
export function kindOf({ mime }: Pick<Medium, 'mime'>): MediaKind {
  const [group, type = ''] = mime.split('/');
  if (group === 'video' || group === 'audio') return group;
  // A vector picture is a document of its own, with scripts and addresses in it.
  if (group === 'image' && !type.startsWith('svg')) return 'image';
  if (type === 'pdf') return 'pdf';
  return /powerpoint|presentation/.test(type) ? 'slides' : 'document';
}

/** Every site that showing it asks, each once. */
export function hostsOf({ url, poster, captions = [] }: Medium): string[] {
  const all = [url, poster, ...captions.map((track) => track.url)];
  return [...new Set(all.flatMap((one) => (one === undefined ? [] : [new URL(one).host])))];
}

/** The address of a moment in it (W3C Media Fragments). `seconds` from its beginning. */
export function momentOf(url: string, seconds: number): string {
  return seconds > 0 ? `${url.replace(/#.*$/, '')}#t=${seconds}` : url;
}

/** 3725 → `1:02:05` */
export function clockTime(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)];
  const hours = Math.floor(seconds / 3600);
  const [first = 0, ...rest] = hours > 0 ? [hours, ...parts] : parts;
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}
