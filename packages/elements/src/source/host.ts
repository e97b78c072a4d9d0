import type { CommunityFile, PublisherFolder } from '@pullquote/record/reader';

/** What the page's own `<link rel="pullquote">` says it is. */
export type Host =
  | {
      readonly kind: 'community';
      /** Ends in `/`; the community's paths hang below it. */ readonly base: string;
      readonly file: CommunityFile;
    }
  | { readonly kind: 'publisher'; readonly base: string; readonly folder: PublisherFolder }
  /** The page names no file, or one of another origin. */
  | { readonly kind: 'none' }
  /** The file could not be had just now: that says nothing of anybody. */
  | { readonly kind: 'unreachable' };

let known: Promise<Host> | undefined;

/** Reads the page's host file once. A page without one, or with one of another origin, trusts nobody. */
export function host(): Promise<Host> {
  return (known ??= load().catch(() => {
    known = undefined; // A network hiccup is not an answer: the next element asks again.
    return { kind: 'unreachable' };
  }));
}

async function load(): Promise<Host> {
  const link = document.querySelector<HTMLLinkElement>('link[rel~="pullquote"]');
  if (!link || new URL(link.href).origin !== location.origin) return { kind: 'none' };
  const response = await fetch(link.href, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status}`);
  const file = (await response.json()) as { schema?: unknown };
  const base = new URL('.', link.href).href;
  if (file.schema === 'pullquote-community/1') return { kind: 'community', base, file: file as CommunityFile };
  if (file.schema === 'pullquote-publisher/1') return { kind: 'publisher', base, folder: file as PublisherFolder };
  return { kind: 'none' };
}
