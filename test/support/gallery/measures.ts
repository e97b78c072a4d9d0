import type { Page } from 'playwright-core';

/**
 * Measures that run in the page, through every open shadow root. Each answers with sentences about what is wrong, so that
 * a failure says which element it was.
 */
type Measure = (within: string) => string[];

/** What the measures share; it is put into the page as text, because a page has no imports from here. */
function shared() {
  const all = (root: ParentNode | Element): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const parent = (one: Node): Element | null =>
    one instanceof Element && one.assignedSlot
      ? one.assignedSlot
      : (one.parentElement ??
        (one.getRootNode() instanceof ShadowRoot ? (one.getRootNode() as ShadowRoot).host : null));
  const drawn = (one: Element) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const name = (one: Element) =>
    `${one.localName}${one.className && typeof one.className === 'string' ? `.${one.className.replace(/ /g, '.')}` : ''} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour: string): number[] => {
    if (!context) throw new Error('No canvas.');
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r = 0, g = 0, b = 0, a = 1]: number[], below: number[]): number[] =>
    [r, g, b].map((value, n) => value * a + (below[n] ?? 0) * (1 - a)).concat(1);
  /** The colour behind an element, with every translucent layer on the way down to the page's own. */
  const ground = (one: Element): number[] => {
    const layers: number[][] = [];
    for (let at: Element | null = one; at; at = parent(at)) {
      const layer = rgba(getComputedStyle(at).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1 || at.matches('dialog, [popover]:popover-open')) break;
    }
    const bottom = rgba(getComputedStyle(document.body).backgroundColor);
    return layers.reduceRight((below, layer) => over(layer, below), bottom[3] === 1 ? bottom : [255, 255, 255, 1]);
  };
  const light = (colour: number[]): number => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a: number[], b: number[]): number => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };
  return { all, parent, drawn, name, rgba, over, ground, ratio };
}
declare const pqMeasure: ReturnType<typeof shared>;

/** Contrast of every text with what is behind it: 4.5 to 1, and 3 to 1 for large text (WCAG 1.4.3). */
export const contrast: Measure = (within) => {
  const { all, drawn, name, rgba, over, ground, ratio } = pqMeasure;
  const found = all(document)
    .filter((one) => one.matches(within))
    .flatMap((root) => [root, ...all(root), ...(root.shadowRoot ? all(root.shadowRoot) : [])])
    .filter((one) => drawn(one) && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()));
  if (found.length === 0) return ['nothing was measured'];
  return found.flatMap((one) => {
    const style = getComputedStyle(one);
    const behind = ground(one);
    const large =
      parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    const got = ratio(over(rgba(style.color), behind), behind);
    // What is switched off or busy need not contrast; a post on its way is still to be read.
    return got < (large ? 3 : 4.5) ? [`${name(one)}: ${got.toFixed(2)}`] : [];
  });
};

/** Size of every target: at least 24 by 24 CSS pixels (WCAG 2.5.8). A link in a line of text is as high as its line. */
export const targets: Measure = (within) => {
  const { all, drawn, name } = pqMeasure;
  const found = all(document)
    .filter((one) => one.matches(within))
    .flatMap((root) => [root, ...all(root), ...(root.shadowRoot ? all(root.shadowRoot) : [])])
    .filter((one) => one.matches('a[href], button, input, textarea, select, summary') && drawn(one));
  if (found.length === 0) return ['nothing was measured'];
  return found.flatMap((one) => {
    // A label is part of what it labels.
    const target = one.closest('label') ?? one;
    const { width, height } = target.getBoundingClientRect();
    if (width >= 24 && height >= 24) return [];
    const inSentence = one.matches('a') && getComputedStyle(one).display === 'inline' && one.closest('p') !== null;
    return inSentence ? [] : [`${name(one)}: ${width.toFixed(1)} × ${height.toFixed(1)}`];
  });
};

/** Text that is cut off, and anything that makes the page scroll sideways (WCAG 1.4.4, 1.4.10, 1.4.12). */
export const losses: Measure = (within) => {
  const { all, drawn, name } = pqMeasure;
  const found = all(document)
    .filter((one) => one.matches(within))
    .flatMap((root) => [root, ...all(root), ...(root.shadowRoot ? all(root.shadowRoot) : [])])
    .filter(drawn);
  if (found.length === 0) return ['nothing was measured'];
  const wide =
    document.documentElement.scrollWidth > innerWidth
      ? [`the page is ${document.documentElement.scrollWidth} wide`]
      : [];
  return wide.concat(
    found.flatMap((one) => {
      const { overflowX, overflowY, display } = getComputedStyle(one);
      if (display === 'inline' || one.matches('svg, svg *, input, textarea')) return [];
      const sideways = overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
      // A passage that is not chosen shows its beginning; choosing it shows it whole.
      const cut = /hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1 && !one.matches('.quote');
      const { left, right } = one.getBoundingClientRect();
      const out = left < -1 || right > innerWidth + 1;
      return sideways || cut || out
        ? [`${name(one)}: ${sideways ? 'scrolls sideways' : cut ? 'is cut' : 'leaves the window'}`]
        : [];
    }),
  );
};

/** What moves: nothing of ours should, whether or not somebody asked for less of it. */
export const motion: Measure = (within) => {
  const { all, drawn, name } = pqMeasure;
  const found = all(document)
    .filter((one) => one.matches(within))
    .flatMap((root) => [root, ...all(root), ...(root.shadowRoot ? all(root.shadowRoot) : [])])
    .filter(drawn);
  if (found.length === 0) return ['nothing was measured'];
  return found.flatMap((one) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
    return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth'
      ? [name(one)]
      : [];
  });
};

/** Where the focus is: its name, how its ring looks, and whether something of ours lies over it (WCAG 2.4.7, 2.4.11, 1.4.11). */
export interface Focus {
  readonly name: string;
  readonly ours: boolean;
  readonly ring: boolean;
  readonly contrast: number;
  readonly hidden: boolean;
}
const focused = (): Focus => {
  const { name, rgba, over, ground, ratio, parent } = pqMeasure;
  let one: Element | null = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (!one) throw new Error('Nothing has the focus.');
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
  const beside = ground(parent(one) ?? document.body);
  const { left, top, width, height } = one.getBoundingClientRect();
  const at = (x: number, y: number): boolean => {
    let hit: Element | null = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit)
      hit = hit.shadowRoot.elementFromPoint(x, y);
    for (let up: Element | null = hit; up; up = parent(up)) if (up === one) return true;
    return one?.closest('label')?.contains(hit) ?? false;
  };
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => at(left + width * x, top + height * y)));
  return {
    name: name(one),
    ours: one.getRootNode() instanceof ShadowRoot,
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
    contrast: outlineStyle === 'auto' ? Infinity : ratio(over(rgba(outlineColor), beside), beside),
    hidden: !points.includes(true),
  };
};

/** Puts what the measures share into a page; once per page. */
export async function prepare(tab: Page): Promise<void> {
  await tab.evaluate(`globalThis.pqMeasure = (${shared.toString()})()`);
}
export const measure = (tab: Page, what: Measure, within: string): Promise<string[]> => tab.evaluate(what, within);
/** What a reader sees of a new size of the window, or of a new focus, is there with the second frame from now. */
export const painted = (tab: Page): Promise<void> =>
  tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
export const focus = (tab: Page): Promise<Focus> => tab.evaluate(focused);

/** A reader's own style sheet, which reaches into every shadow root as a browser's extension would. */
export async function dress(tab: Page, css: string): Promise<void> {
  await tab.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const roots = (root: ParentNode): ShadowRoot[] =>
      [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? [shadowRoot, ...roots(shadowRoot)] : [],
      );
    for (const root of [document, ...roots(document)]) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }, css);
}
