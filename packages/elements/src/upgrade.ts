import { readLink } from '@pullquote/record/reader';
import { defineLater } from './define-later.js';

/** No post needs more cards than this; further links stay links. */
const CARDS_PER_POST = 10;
/** Where links are left alone: our own elements, and whatever somebody is writing in. */
const OURS = 'pq-card, pq-share, pq-label, [contenteditable], textarea, [data-pq-ignore]';

/**
 * On a link, the card that stands for it; on a card, the stored text that it stands for. All copies of the SDK on a page
 * know this symbol, and neither a clone nor the HTML of a post carries it along.
 */
const PAIR: unique symbol = Symbol.for('pullquote.pair');
interface Paired extends HTMLElement {
  [PAIR]?: Paired | undefined;
}
type Link = HTMLAnchorElement & Paired;
type Root = Document | ShadowRoot | Element;

/**
 * Turns item links under `root` into cards, now and whenever posts are added, moved or changed later. Returns a function
 * that stops it. A shadow root is a world of its own: a page that shows posts in one passes it here.
 *
 * No node of the page is moved or taken out, because React and its like keep nodes and fail when one is elsewhere: the
 * stored text is hidden where it stands, and the card after it holds a copy as its fallback. Only the link is read.
 */
export function upgrade(root: Root = document): () => void {
  scan(root);
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      for (const node of removedNodes) if (node instanceof Element) tidy(node);
      for (const node of addedNodes) if (node instanceof Element) scan(node);
      if (type === 'attributes') {
        takeBack(target as Link);
        scan(target as Link);
      }
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['href'] });
  return () => observer.disconnect();
}

function scan(root: Root): void {
  defineLater(root);
  for (const link of linksIn(root)) if (link.isConnected && !link.closest(OURS) && readLink(link.href)) place(link);
}

function linksIn(root: Root): Link[] {
  return [root, ...root.querySelectorAll('a[href*="#pq="]')].filter((one) => one instanceof HTMLAnchorElement);
}

function place(link: Link): void {
  const stored = link.closest('blockquote') ?? lonelyBlock(link);
  // Among other words the link stays to be read, and the card follows the paragraph.
  const home = stored ?? link.closest<HTMLElement>('p, div, li, td') ?? link;
  const inside = home.matches('li, td');
  const there = inside ? [...home.children].filter(isCard) : cardsAfter(home);
  // A copy of a post brings its card along, but nothing that says whose it is.
  const card = link[PAIR] ?? there.find((one) => one.getAttribute('item') === link.href) ?? newCard(link, stored);
  if (!card) return;
  link[PAIR] = card;
  if (stored) card[PAIR] = hide(stored);
  if (there.includes(card)) return;
  if (inside) home.append(card);
  else (there.at(-1) ?? home).after(card);
}

function newCard(link: Link, stored: HTMLElement | undefined): Paired | undefined {
  if (postOf(link).querySelectorAll('pq-card').length >= CARDS_PER_POST) return undefined;
  const card: Paired = document.createElement('pq-card');
  card.setAttribute('item', link.href);
  if (stored) card.append(show(stored.cloneNode(true) as HTMLElement));
  return card;
}

/** What the page marks as a post; its outermost mark, because members can type a list or an article, and often a mark too. */
function postOf(link: Link): ParentNode {
  return (
    outermost(link, '[data-post]') ??
    link.closest('article') ??
    outermost(link, 'li') ??
    (link.getRootNode() as Document | ShadowRoot)
  );
}

function outermost(element: Element, selector: string): Element | undefined {
  let found: Element | undefined;
  for (let at = element.closest(selector); at; at = at.parentElement?.closest(selector) ?? null) found = at;
  return found;
}

/** A card does not outlive its link, and the stored text comes back where somebody takes its card away. */
function tidy(removed: Element): void {
  for (const link of linksIn(removed)) if (!link.isConnected && link[PAIR]?.isConnected) takeBack(link);
  if (isCard(removed) && !removed.isConnected) release(removed);
}

function takeBack(link: Link): void {
  link[PAIR]?.remove();
  release(link[PAIR]);
  link[PAIR] = undefined;
}

/** Once: the same stored text may have another card by the time that the page's report of this one's removal comes. */
function release(card: Paired | undefined): void {
  if (!card?.[PAIR]) return;
  show(card[PAIR]);
  card[PAIR] = undefined;
}

/** Stronger than any rule of the page's own. */
function hide(stored: HTMLElement): HTMLElement {
  stored.style.setProperty('display', 'none', 'important');
  return stored;
}

function show(stored: HTMLElement): HTMLElement {
  stored.style.removeProperty('display');
  return stored;
}

function isCard(one: Element): one is Paired {
  return one.localName === 'pq-card';
}

/** The cards that stand right after an element. */
function cardsAfter(home: Element): Paired[] {
  const cards: Paired[] = [];
  for (let at = home.nextElementSibling; at && isCard(at); at = at.nextElementSibling) cards.push(at);
  return cards;
}

/** The paragraph that holds nothing but this link. */
function lonelyBlock(link: Link): HTMLElement | undefined {
  const block = link.closest('p');
  return block && block.textContent?.trim() === link.textContent?.trim() ? block : undefined;
}
