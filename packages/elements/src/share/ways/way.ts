import { clean, networkAddress, type Channel, type ChannelOffer } from '@pullquote/record/reader';
import type { CrowdFact } from '@pullquote/events';
import { compose, linkOnly, type Post } from '../compose.js';
import { copy } from './copy.js';
import { documentsOf } from './documents.js';
import { mailto } from './e-mail.js';
import { labelFile } from './page.js';
import { printLabel } from './print.js';
import type { QrDrawing } from './qr.js';
import { fileName, save } from './save.js';
import type { WaysWords, WayWords } from './words.js';

/** What a way came to. */
export interface Done {
  readonly notice: string;
  /** To be copied by hand, where the browser did not let us. */
  readonly text?: string | undefined;
  readonly qr?: QrDrawing | undefined;
  /** True where nothing was done after all. */
  readonly not?: boolean | undefined;
}

/** Something that can be done with an item: a link to follow, or a deed. */
export interface Way {
  readonly words: WayWords;
  readonly href?: string | undefined;
  readonly run?: (() => Promise<Done>) | undefined;
  /** What it counts as, in crowds only. */
  readonly fact?: CrowdFact | undefined;
}

/** The ways that are offered, in the registry's order, as far as this browser has them. */
export function waysOf(offers: readonly ChannelOffer[], post: Post, words: WaysWords, root: ParentNode): Way[] {
  return offers.filter(({ not }) => not === undefined).flatMap(({ channel }) => waysBy(channel, post, words, root));
}

function waysBy(channel: Channel, post: Post, words: WaysWords, root: ParentNode): Way[] {
  const { record, link } = post;
  switch (channel.id) {
    case 'copy-link':
      return [
        {
          words: words.copyLink,
          fact: 'copied',
          run: () => copied(linkOnly(post), undefined, words.linkCopied, words),
        },
      ];
    case 'copy-label':
      return [{ words: words.copyLabel, fact: 'copied', run: () => copiedPost(post, words.labelCopied, words) }];
    case 'quote': {
      if (!record.excerpts?.some(({ id }) => id === link.excerpt)) return [];
      const quotation = { ...post, comment: '', statement: undefined };
      return [{ words: words.quote, fact: 'copied', run: () => copiedPost(quotation, words.quoteCopied, words) }];
    }
    case 'e-mail':
      return [{ words: words.eMail, fact: 'e-mailed', href: mailto(post) }];
    case 'print':
      return [{ words: words.print, fact: 'printed', run: () => printLabel(post, root).then(() => ({ notice: '' })) }];
    case 'download':
      return [
        { words: words.download, fact: 'downloaded', run: () => saved(post, words) },
        ...documentsOf(record).map((href): Way => ({
          words: words.document(new URL(href).host),
          fact: 'downloaded',
          href,
        })),
      ];
    case 'qr':
      return [{ words: words.qr, run: () => drawn(linkOnly(post)) }];
    case 'share-sheet':
      return 'share' in navigator ? [{ words: words.sheet, run: () => handedOver(post) }] : [];
    default: {
      // An open network learns the title and the plain address, and nothing of who sends them.
      const href = networkAddress(channel, clean(record.title), record.canonicalUrl);
      return href === undefined ? [] : [{ words: words.network(channel.name ?? channel.id, new URL(href).host), href }];
    }
  }
}

function copiedPost(post: Post, notice: string, words: WaysWords): Promise<Done> {
  return copied(compose(post, 'text'), compose(post, 'html'), notice, words);
}

async function copied(text: string, html: string | undefined, notice: string, words: WaysWords): Promise<Done> {
  try {
    await copy(text, html);
    return { notice };
  } catch {
    return { notice: words.copyBlocked, text, not: true };
  }
}

async function saved(post: Post, words: WaysWords): Promise<Done> {
  save(labelFile(post), fileName(post.record.title, 'html'));
  return { notice: words.saved };
}

async function drawn(link: string): Promise<Done> {
  const { qrOf } = await import('./qr.js');
  return { notice: '', qr: qrOf(link) };
}

async function handedOver({ record }: Post): Promise<Done> {
  try {
    await navigator.share({ title: clean(record.title), url: record.canonicalUrl });
  } catch (error) {
    // Closed without choosing: nothing went wrong.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
  return { notice: '' };
}
