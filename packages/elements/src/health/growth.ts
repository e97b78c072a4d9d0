import { ourElements } from './ours.js';
import type { Cause } from './report.js';

/** Changes that are remembered. */
const MOST = 100;

interface Change {
  /** When its frame began, and when the next one did; milliseconds since the page began. */
  readonly from: number;
  until: number;
  /** Pixels higher or lower. */
  readonly by: number;
}

/**
 * Follows how our elements grow and shrink. A browser names what a layout shift has moved, which is what stands below; the
 * one that pushed is never named. So a shift is ours where one of ours changed its height in the same frame by about as much.
 */
export class Growth {
  readonly #began = performance.now();
  readonly #sizes = new WeakMap<Element, DOMRectReadOnly>();
  readonly #changes: Change[] = [];
  readonly #causes = new WeakMap<LayoutShift, Cause>();

  constructor() {
    const observer = new ResizeObserver((entries) => entries.forEach((entry) => this.#onSized(entry)));
    for (const one of ourElements(document)) observer.observe(one);
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const one of ourElements(node)) {
              // What comes later takes its room from others.
              if (!this.#sizes.has(one)) this.#sizes.set(one, new DOMRectReadOnly());
              observer.observe(one);
            }
    }).observe(document, { childList: true, subtree: true });
  }

  /** Ask soon after it: what made room at that time is soon forgotten. */
  causeOf(shift: LayoutShift | undefined): Cause {
    if (!shift) return 'none';
    const cause = this.#causes.get(shift) ?? this.#look(shift);
    this.#causes.set(shift, cause);
    return cause;
  }

  #look({ startTime, sources }: LayoutShift): Cause {
    if (startTime < this.#began) return 'unknown';
    const ours = this.#changes
      .filter(({ from, until }) => from <= startTime && startTime < until)
      .reduce((sum, { by }) => sum + Math.abs(by), 0);
    // Of what has left the window, or come into it, nobody knows how far it moved; and of the rest one edge may stand beyond.
    const moved = sources
      .filter(({ previousRect, currentRect }) => previousRect.height > 0 && currentRect.height > 0)
      .flatMap(({ previousRect: from, currentRect: to }) => [to.top - from.top, to.bottom - from.bottom]);
    return ours > 0 && ours >= Math.max(0, ...moved.map(Math.abs)) / 2 ? 'ours' : 'not-ours';
  }

  #onSized({ target, contentRect: now }: ResizeObserverEntry): void {
    const before = this.#sizes.get(target);
    this.#sizes.set(target, now);
    // Whoever makes a card narrower makes it higher; that was the page.
    if (!before || (before.width > 0 && now.width > 0 && before.width !== now.width)) return;
    if (now.height === before.height) return;
    const from = Number(document.timeline.currentTime ?? performance.now());
    const change: Change = { from, until: Infinity, by: now.height - before.height };
    requestAnimationFrame((next) => (change.until = next));
    this.#changes.push(change);
    if (this.#changes.length > MOST) this.#changes.shift();
  }
}
