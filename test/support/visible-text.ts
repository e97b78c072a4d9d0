import type { Locator } from 'playwright-core';

/**
 * The text that a reader sees of an element, shadow roots and slots included, hidden parts left out. Runs inside a page, as
 * source text: it may use nothing from outside itself.
 */
export function flatText(root: Element): string {
  const flat = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true }).map(flat).join('');
    if (!(node instanceof Element)) return '';
    if (!(node instanceof HTMLStyleElement) && !node.checkVisibility()) return '';
    const children = node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
    const inner = [...children].map(flat).join('');
    return getComputedStyle(node).display.startsWith('inline') ? inner : `\n${inner}\n`;
  };
  return flat(root)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

export function visibleText(element: Locator): Promise<string> {
  return element.evaluate(flatText);
}
