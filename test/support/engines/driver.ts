/** A key as one presses it; `Shift+Tab` holds the first while the second goes down. */
export type Key = 'Tab' | 'Shift+Tab' | 'Enter' | 'Escape' | 'Space' | 'ArrowDown' | 'ArrowUp' | 'Control+v';

/**
 * The little that every engine's own automation can do in the same way. Whatever else a test needs is built on top of it,
 * once, in `tab.ts`. Nothing is emulated: input goes through the browser's own input, not through scripted events.
 */
export interface Driver {
  /** Resolves when the page has loaded. */
  goto(url: string): Promise<void>;
  /** A JavaScript expression → its value, awaited. It must be a string or undefined. */
  evaluate(expression: string): Promise<string | undefined>;
  /** One click of the first mouse button, in CSS pixels from the viewport's corner. */
  clickAt(x: number, y: number): Promise<void>;
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** PNG of the viewport. */
  screenshot(): Promise<Buffer>;
  /** Size of the viewport in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Errors and warnings on the page's console, and errors that nobody caught, since it was opened; where the engine tells. */
  complaints?(): readonly string[];
  close(): Promise<void>;
}

/** A running browser. */
export interface Running {
  /** A tab of its own. */
  open(): Promise<Driver>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKitGTK';
  /** Why it cannot run on this machine and what to install; undefined when it can. */
  readonly missing: string | undefined;
  launch(): Promise<Running>;
}
