import { isInView, UNSEEN, VIEWED_MS, watch, type Glance, type Watch } from '@pullquote/events';

/** An element of which enough is in the window. */
interface Near extends Omit<Glance, 'focused'> {
  watch: Watch;
}

/** Tells of each element, once, that it was viewed. One observer and one timer serve all of them. */
export class Views {
  readonly #near = new Map<Element, Near>();
  readonly #observer = new IntersectionObserver((entries) => this.#onMoved(entries), { threshold: [0, 0.3, 0.5] });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly onViewed: (element: Element) => void) {
    for (const type of ['focus', 'blur', 'visibilitychange']) addEventListener(type, () => this.#look());
  }

  /** Begins anew where it is watched already. */
  watch(element: Element): void {
    this.leave(element);
    this.#observer.observe(element);
  }

  leave(element: Element): void {
    this.#near.delete(element);
    this.#observer.unobserve(element);
  }

  #onMoved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio: share, boundingClientRect: box } of entries) {
      const area = box.width * box.height;
      this.#near.set(target, { share, area, watch: this.#near.get(target)?.watch ?? UNSEEN });
    }
    this.#look();
  }

  #look(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    const focused = document.visibilityState === 'visible' && document.hasFocus();
    let wait = Infinity;
    for (const [element, near] of this.#near) {
      near.watch = watch(near.watch, { ...near, focused }, now);
      const { since, viewed } = near.watch;
      if (since !== undefined) wait = Math.min(wait, since + VIEWED_MS - now);
      if (viewed) {
        this.leave(element);
        this.onViewed(element);
      } else if (!isInView({ ...near, focused: true })) this.#near.delete(element);
    }
    if (wait < Infinity) this.#timer = setTimeout(() => this.#look(), wait);
  }
}
