/**
 * Keeps an element in the space that its stored text takes now for as long as somebody can see it, so that nothing moves
 * under a reader's eyes. Once it is out of sight, it takes its own.
 */
export function holdSpace(element: HTMLElement, stored: Element): void {
  const { height, top, bottom } = element.getBoundingClientRect();
  if (height === 0 || bottom < 0 || top > innerHeight) return;
  const { style } = element;
  style.minBlockSize = `${height}px`;
  style.marginBlock = getComputedStyle(stored).marginBlock;
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) return;
    style.minBlockSize = style.marginBlock = '';
    observer.disconnect();
  });
  observer.observe(element);
}
