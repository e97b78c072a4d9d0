import type { PlainFact } from '@pullquote/events';
import type { LinkTo } from '../label/view.js';

const OPENED: Partial<Record<LinkTo, PlainFact>> = {
  prescribingInformation: 'pi-opened',
  aeReporting: 'ae-link-opened',
  canonicalUrl: 'source-opened',
  citation: 'citation-opened',
  newer: 'superseding-opened',
};

/** What a click inside an element opens; undefined for anything that is not counted. */
export function openedBy({ target, type, button }: MouseEvent): PlainFact | undefined {
  const clicked = target instanceof Element ? target.closest<HTMLElement>('[data-to], [data-do=details]') : null;
  // The middle button opens a link as well; the right one only asks what could be done.
  if (!clicked || (type === 'auxclick' && button !== 1)) return undefined;
  const to = clicked.dataset['to'] as LinkTo | undefined;
  if (to !== undefined) return OPENED[to];
  return type === 'click' && clicked.getAttribute('aria-expanded') !== 'true' ? 'label-expanded' : undefined;
}
