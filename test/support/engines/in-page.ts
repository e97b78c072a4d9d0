import type { Target } from './target.js';

/** What the functions below find in the page when they run there. */
export interface Finder {
  /** Every element that is rendered and fits, in the order of the composed tree. */
  all(target: Target): Element[];
  roleOf(element: Element): string | undefined;
  nameOf(element: Element): string;
  /** The element with the keyboard's focus, however deep. */
  focused(): Element | null;
  /** The parent that a reader would name: across slots and shadow roots. */
  parentOf(node: Node): Node | null;
}

/**
 * Runs inside the page, as source text: it may use nothing from outside itself. Roles and names follow HTML-AAM for the few
 * elements that we use; that the engines' own accessibility trees agree is a test of its own.
 */
export function makeFinder(): Finder {
  const IMPLICIT: Record<string, string> = {
    BUTTON: 'button',
    A: 'link',
    DIALOG: 'dialog',
    ARTICLE: 'article',
    SECTION: 'region',
    FIELDSET: 'group',
    TEXTAREA: 'textbox',
    OUTPUT: 'status',
  };
  const INPUTS: Record<string, string> = { radio: 'radio', checkbox: 'checkbox', search: 'searchbox' };
  const roleOf = (element: Element): string | undefined => {
    const given = element.getAttribute('role');
    if (given) return given;
    if (element instanceof HTMLInputElement) return INPUTS[element.type] ?? 'textbox';
    return /^H[1-6]$/.test(element.tagName) ? 'heading' : IMPLICIT[element.tagName];
  };
  const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    if (by.length > 0) return by.map((id) => words(root.getElementById(id))).join(' ');
    const given = element.getAttribute('aria-label');
    if (given) return given;
    if (element instanceof HTMLFieldSetElement) return words(element.querySelector('legend'));
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
      return [...(element.labels ?? [])].map(words).join(' ') || element.placeholder;
    return words(element);
  };
  const parentOf = (node: Node): Node | null =>
    (node instanceof Element ? node.assignedSlot : null) ??
    node.parentNode ??
    (node instanceof ShadowRoot ? node.host : null);
  const walk = (root: ParentNode, found: Element[]): Element[] => {
    for (const element of root.children) {
      found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot, found);
      walk(element, found);
    }
    return found;
  };
  const fits = (element: Element, { role, name, css }: Target) =>
    (css === undefined || element.matches(css)) &&
    (role === undefined || roleOf(element) === role) &&
    (name === undefined || nameOf(element).toLowerCase().includes(name.toLowerCase())) &&
    element.checkVisibility({ checkVisibilityCSS: true });
  const around = (element: Element, outer: Set<Element>) => {
    for (let node = parentOf(element); node; node = parentOf(node)) if (outer.has(node as Element)) return true;
    return false;
  };
  const all = (target: Target): Element[] => {
    const outer = target.within && new Set(all(target.within));
    const found = walk(document, []).filter((one) => fits(one, target) && (!outer || around(one, outer)));
    return target.nth === undefined ? found : found.slice(target.nth, target.nth + 1);
  };
  const focused = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
  return { all, roleOf, nameOf, focused, parentOf };
}
