import { readLink } from '@pullquote/record/reader';

/** No post needs more cards than this; further links stay links. */
const CARDS_PER_POST = 10;
/** Where links are left alone: our own elements, and whatever somebody is writing in. */
const OURS = 'pq-card, pq-share, pq-label, [contenteditable], textarea, [data-pq-ignore]';

/**
 * Turns item links under `root` into cards, now and whenever posts are added later. Returns a function that stops it.
 * Only the link is read; the stored text around it becomes the card's fallback.
 */
export function upgrade(root: Document | Element = document): () => void {
  scan(root);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) scan(node);
  });
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function scan(root: Document | Element): void {
  if (root.querySelector('pq-quote') ?? (root as Element).localName === 'pq-quote') void import('./quote/define.js');
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a[href*="#pq="]')];
  if (root instanceof HTMLAnchorElement) links.push(root);
  for (const link of links) if (link.isConnected && !link.closest(OURS) && readLink(link.href)) place(link);
}

function place(link: HTMLAnchorElement): void {
  const post = link.closest('article, li, [data-post]') ?? document.body;
  if (post.querySelectorAll('pq-card').length >= CARDS_PER_POST) return;
  const stored = link.closest('blockquote') ?? lonelyBlock(link);
  const card = document.createElement('pq-card');
  card.setAttribute('item', link.href);
  if (stored) {
    stored.replaceWith(card);
    card.append(stored);
  } else {
    // Among other words the link stays where it was written, and the card follows the paragraph.
    (link.closest('p, div, li, td') ?? link).after(card);
    link.setAttribute('data-pq-ignore', '');
  }
}

/** The paragraph that holds nothing but this link, or the link itself where it stands alone without one. */
function lonelyBlock(link: HTMLAnchorElement): Element | undefined {
  const block = link.closest('p');
  if (block && block.textContent?.trim() === link.textContent?.trim()) return block;
  return undefined;
}
