/**
 * Keeps an element in the space that its stored text takes now, so that nothing moves under a reader's eyes. Once the
 * reader scrolls, or it is out of sight, it takes its own.
 */
export function holdSpace(element: HTMLElement, stored: Element): void {
  const { height, top, bottom } = element.getBoundingClientRect();
  if (height === 0 || bottom < 0 || top > innerHeight) return;
  const { style } = element;
  style.minBlockSize = `${height}px`;
  style.marginBlock = getComputedStyle(stored).marginBlock;
  const release = () => {
    style.minBlockSize = style.marginBlock = '';
    observer.disconnect();
    removeEventListener('scroll', release);
  };
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) release();
  });
  observer.observe(element);
  addEventListener('scroll', release, { passive: true });
}
