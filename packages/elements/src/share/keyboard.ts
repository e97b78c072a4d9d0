/**
 * Keeps a box within what an on-screen keyboard leaves free, where the page itself does not shrink for it.
 * → a function that ends this.
 */
export function keepAboveKeyboard(box: HTMLElement): () => void {
  const view = visualViewport;
  if (!view) return () => undefined;
  const fit = () => {
    // A doctor who has zoomed in wants to pan, not to have everything squeezed into the lens.
    const keyboard = view.scale === 1;
    box.style.setProperty('--_room', keyboard ? `${view.height}px` : '100dvb');
    box.style.setProperty('--_from', keyboard ? `${view.offsetTop}px` : '0px');
  };
  fit();
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  return () => {
    view.removeEventListener('resize', fit);
    view.removeEventListener('scroll', fit);
  };
}
