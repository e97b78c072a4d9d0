import type { SourceElement } from '../source-element.js';
import type { Assessment } from '../source/assess.js';
import { countingAtLast } from '../share/port.js';
import { openedBy } from './acts.js';
import { followPlayer } from './progress.js';
import { seenAs } from './seen.js';
import { tell } from './tell.js';
import { Views } from './views.js';

export { tellBlocked } from './blocked.js';

/** As what it was seen: each counts once for an element and a page. */
const seen = new WeakMap<Element, Set<string>>();
// Made with the first element: in the script as one file every module runs at once, on a server too.
let views: Views | undefined;

/**
 * Counts, in crowds, what is done with `element` from here on, as it stands now. All elements share one observer and one
 * listener, and nothing is kept of any before it was seen.
 */
export function follow(element: SourceElement): void {
  const found = element.assessment;
  if (!found || (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true) return;
  views ??= new Views(onViewed);
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
  const { assessment: found, excerpt } = element as SourceElement & { readonly excerpt?: string };
  // It may be on its way from one item to another.
  const fact = found && seenAs(found.verdict);
  if (!fact) return;
  seen.set(element, (seen.get(element) ?? new Set()).add(nameOf(found)));
  if (fact !== 'viewed') void tell(element, found, { what: 'did', fact });
  else if (excerpt !== undefined)
    // A label alone has no passage: to see it is to see whose the item is.
    void tell(element, found, { what: 'did', fact }, { what: 'entered-room' }, { what: 'excerpted', excerpt });
}

function onClick(event: Event): void {
  const element = ownerOf(event);
  const { assessment: found } = element;
  const fact = openedBy(event as MouseEvent);
  if (!found || !fact) return;
  const count = () => tell(element, found, { what: 'did', fact });
  // Details open only if what they are made with can be loaded.
  if (fact === 'label-expanded') void import('../label/details.js').then(count).catch(() => undefined);
  else void count();
}

function onPlay(event: Event): void {
  const element = ownerOf(event);
  const { assessment: found } = element;
  if (!found || !(event.target instanceof HTMLMediaElement)) return;
  followPlayer(event.target, element, found);
  // When the page is left there is no time to load what counts.
  void countingAtLast();
}

function ownerOf({ currentTarget }: Event): SourceElement {
  return (currentTarget as ShadowRoot).host as SourceElement;
}
