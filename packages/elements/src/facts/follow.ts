import type { SourceElement } from '../source-element.js';
import type { Assessment } from '../source/assess.js';
import { counting } from '../share/port.js';
import { openedBy } from './acts.js';
import { followPlayer } from './progress.js';
import { seenAs } from './seen.js';
import { tell } from './tell.js';
import { Views } from './views.js';

export { tellBlocked } from './blocked.js';

/** What each element shows. */
const followed = new WeakMap<Element, Assessment>();
/** As what it was seen: each counts once for an element and a page. */
const seen = new WeakMap<Element, Set<string>>();
const views = new Views(onViewed);

/**
 * Counts, in crowds, what is done with `element` from here on, where it shows what was `found`. All elements share one
 * observer and one listener.
 */
export function follow(element: SourceElement, found: Assessment): void {
  if ((navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true) return;
  followed.set(element, found);
  for (const type of ['click', 'auxclick']) element.renderRoot.addEventListener(type, onClick);
  // Events of a player do not bubble, but on their way to it they pass its root.
  if (found.media) element.renderRoot.addEventListener('play', onPlay, true);
  if (seenAs(found.verdict) === undefined || seen.get(element)?.has(nameOf(found))) views.leave(element);
  else views.watch(element);
}

/** Two findings that are seen as the same have the same name. */
function nameOf({ verdict }: Assessment): string {
  return `${seenAs(verdict)} ${verdict.digest}`;
}

function onViewed(element: Element): void {
  const found = followed.get(element);
  const fact = found && seenAs(found.verdict);
  const { verdict, excerpt } = element as Partial<{ verdict: unknown; excerpt: string }>;
  // It may be on its way from one item to another.
  if (!fact || verdict !== found.verdict) return;
  seen.set(element, (seen.get(element) ?? new Set()).add(nameOf(found)));
  if (fact !== 'viewed') void tell(element, found, { what: 'did', fact });
  else if (excerpt !== undefined)
    // A label alone has no passage: to see it is to see whose the item is.
    void tell(element, found, { what: 'did', fact }, { what: 'entered-room' }, { what: 'excerpted', excerpt });
}

function onClick(event: Event): void {
  const root = event.currentTarget as ShadowRoot;
  const found = followed.get(root.host);
  if (!found) return;
  const fact = openedBy(event as MouseEvent);
  if (fact === 'label-expanded')
    // They open only if what they are made with can be loaded.
    void import('../label/details.js').then(() => tell(root.host, found, { what: 'did', fact })).catch(() => undefined);
  else if (fact) void tell(root.host, found, { what: 'did', fact });
}

function onPlay({ target, currentTarget }: Event): void {
  const { host } = currentTarget as ShadowRoot;
  const found = followed.get(host);
  if (!found || !(target instanceof HTMLMediaElement)) return;
  followPlayer(target, host, found);
  // When the page is left there is no time to load what counts.
  void counting();
}
