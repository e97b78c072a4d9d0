// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { openedBy } from '../../../packages/elements/src/facts/acts.js';

function element(tag: string, attributes: Record<string, string> = {}, ...children: Element[]): Element {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A click on the innermost element. */
function click(clicked: Element, type = 'click', button = 0) {
  const box = element('div', {}, clicked);
  let opened: ReturnType<typeof openedBy>;
  box.addEventListener(type, (event) => (opened = openedBy(event as MouseEvent)));
  (clicked.firstElementChild ?? clicked).dispatchEvent(new MouseEvent(type, { bubbles: true, button }));
  return opened;
}

describe('what a click opens', () => {
  it.each([
    ['prescribingInformation', 'pi-opened'],
    ['aeReporting', 'ae-link-opened'],
    ['canonicalUrl', 'source-opened'],
    ['citation', 'citation-opened'],
    ['newer', 'superseding-opened'],
    ['parties', undefined],
  ])('a link to %s: %s', (to, fact) => {
    // The click meets what stands in the link.
    const link = element('a', { 'data-to': to }, element('small'));
    expect(click(link)).toBe(fact);
    expect(click(link, 'auxclick', 1)).toBe(fact);
    expect(click(link, 'auxclick', 2)).toBeUndefined();
  });

  it('details are opened, and not closed, and not by the middle button', () => {
    const button = (open: boolean) => element('button', { 'data-do': 'details', 'aria-expanded': String(open) });
    expect(click(button(false))).toBe('label-expanded');
    expect(click(button(true))).toBeUndefined();
    expect(click(button(false), 'auxclick', 1)).toBeUndefined();
  });

  it('nothing else is an act', () => {
    for (const other of [element('p'), element('button', { 'data-do': 'share' }), element('a', { href: '#x' })])
      expect(click(other)).toBeUndefined();
  });
});
