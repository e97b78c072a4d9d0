/**
 * A shadow root that a server drew (or that somebody typed into a post) goes before an element first draws, in the same
 * task, so that nothing flickers. Only where Lit's own hydration is loaded, it takes the root over instead.
 */
export function emptyDrawnRoot(element: HTMLElement): void {
  if (!('litElementHydrateSupport' in globalThis)) element.shadowRoot?.replaceChildren();
}
