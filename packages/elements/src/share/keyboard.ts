/**
 * Keeps a box within what an on-screen keyboard leaves free, where the page itself does not shrink for it.
 * → a function that ends this.
 */
export function keepAboveKeyboard(box: HTMLElement): () => void {
  const view = visualViewport;
  const until = new AbortController();
  const fit = () => {
    // A doctor who has zoomed in wants to pan, not to have everything squeezed into the lens.
    if (view?.scale !== 1) return;
    box.style.setProperty('--_room', `${view.height}px`);
    box.style.setProperty('--_from', `${view.offsetTop}px`);
  };
  fit();
  for (const type of ['resize', 'scroll']) view?.addEventListener(type, fit, until);
  return () => until.abort();
}
