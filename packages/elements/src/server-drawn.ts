import { adoptStyles, type LitElement } from 'lit';

/**
 * A shadow root that a server drew, or that somebody typed into a post, goes before an element first draws; in the same
 * task, so nothing flickers. Where Lit's own hydration is loaded it takes the drawn root over instead, and only lacks the
 * style sheets where the page's policy keeps inline styles out.
 */
export function readyRoot(element: LitElement): void {
  const { shadowRoot, constructor } = element;
  const { elementStyles, observedAttributes } = constructor as typeof LitElement;
  if (!shadowRoot) return;
  // The mark that Lit's hydration leaves. The bundle's Lit never has it, whatever else the page loads.
  if (observedAttributes.includes('defer-hydration')) adoptStyles(shadowRoot, elementStyles);
  else shadowRoot.replaceChildren();
}
