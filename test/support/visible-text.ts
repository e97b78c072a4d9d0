import type { Locator } from 'playwright-core';

/** The text that a reader sees of an element, shadow roots and slots included, hidden parts left out. */
export async function visibleText(element: Locator): Promise<string> {
  const text = await element.evaluate((root) => {
    const flat = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true }).map(flat).join('');
      if (!(node instanceof Element)) return '';
      if (!(node instanceof HTMLStyleElement) && !node.checkVisibility()) return '';
      const children = node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
      const inner = [...children].map(flat).join('');
      return getComputedStyle(node).display.startsWith('inline') ? inner : `\n${inner}\n`;
    };
    return flat(root);
  });
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
