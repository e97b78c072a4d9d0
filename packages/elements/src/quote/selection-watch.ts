/** What happens to selections on the page, as an element wants to hear of it. */
export interface Listener {
  /** The selection may be another one now, however it was made. */
  selectionChanged(): void;
  /** A mouse or a pen has finished a selection with one press, drawn on: never a double click, never a finger. */
  selectionDrawn(path: readonly EventTarget[]): void;
  /** It is the same selection, but its lines may stand elsewhere: the window is wider, narrower or zoomed. */
  selectionMoved(): void;
  /** The reader has turned to something else. */
  turnedAway(path: readonly EventTarget[]): void;
}

/** Time for a drag or a held key to go on, in milliseconds. */
const SETTLE = 150;

/** Listens to the page for one element. Returns what stops it. */
export function watchSelection(listener: Listener): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let touched = false;
  let presses = 0;
  const hear = (type: string, heard: (event: Event) => void) => document.addEventListener(type, heard, options);

  hear('pointerdown', (event) => {
    touched = (event as PointerEvent).pointerType === 'touch';
    listener.turnedAway(event.composedPath());
  });
  hear('mousedown', (event) => (presses = (event as MouseEvent).detail));
  hear('mouseup', (event) => {
    const path = event.composedPath();
    // A press inside a selection gives it up only after this event; and by then it may be a double click.
    if (!touched) setTimeout(() => presses === 1 && listener.selectionDrawn(path));
  });
  hear('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && listener.turnedAway([]));
  hear('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(() => listener.selectionChanged(), SETTLE);
  });
  addEventListener('resize', () => listener.selectionMoved(), options);
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
