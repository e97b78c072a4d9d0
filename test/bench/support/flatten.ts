import type { Page } from 'playwright-core';

/** Shadow trees and slots resolved: what an element shows, as plain markup. */
export interface Flat {
  readonly markup: string;
  /** The style sheets that its shadow roots had adopted. */
  readonly sheets: readonly CSSStyleSheet[];
}

declare global {
  // Installed in the measured page.
  var flatten: ((root: Element) => Flat) | undefined;
}

/** Gives the page `flatten`, from which the yardstick is made: the same content, parsed by the browser. */
export async function installFlatten(tab: Page): Promise<void> {
  await tab.addInitScript(() => {
    globalThis.flatten = (root) => {
      const sheets = new Set<CSSStyleSheet>();
      const write = (node: Node): string => {
        if (node instanceof Text) {
          const span = document.createElement('span');
          span.textContent = node.data;
          return span.innerHTML;
        }
        if (!(node instanceof Element) || node instanceof HTMLStyleElement) return '';
        if (node instanceof HTMLSlotElement) {
          const assigned = node.assignedNodes();
          return [...(assigned.length > 0 ? assigned : node.childNodes)].map(write).join('');
        }
        for (const sheet of node.shadowRoot?.adoptedStyleSheets ?? []) sheets.add(sheet);
        const inner = [...(node.shadowRoot ?? node).childNodes].map(write).join('');
        // Nothing may come to life in the yardstick.
        if (node.localName.includes('-')) return `<div>${inner}</div>`;
        const attributes = [...node.attributes]
          .map(({ name, value }) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
          .join('');
        const isVoid = /^(br|hr|img|input|link|meta)$/.test(node.localName);
        return isVoid
          ? `<${node.localName}${attributes}>`
          : `<${node.localName}${attributes}>${inner}</${node.localName}>`;
      };
      return { markup: write(root), sheets: [...sheets] };
    };
  });
}
