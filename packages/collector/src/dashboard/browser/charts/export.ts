const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
/** What a drawing takes from the page's style sheet, and has to carry with it when it leaves. */
const LOOKS = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'font-family',
  'font-size', 'font-style', 'font-weight', 'font-variant-numeric', 'text-anchor', 'paint-order',
] as const; // prettier-ignore
const MARGIN = 16;
/** Pixels of a picture for each pixel of the page: sharp on a slide. */
const SCALE = 2;

/** A drawing that stands by itself: its looks are in it, on paper of its own. @param heading stands above it */
export function standalone(svg: SVGSVGElement, heading: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const looks = [...svg.querySelectorAll('*')];
  for (const [i, element] of [...copy.querySelectorAll('*')].entries()) {
    const from = looks[i];
    if (!from) continue;
    const computed = getComputedStyle(from);
    for (const name of LOOKS) {
      const value = computed.getPropertyValue(name);
      if (value !== '') element.setAttribute(name, value);
    }
    element.removeAttribute('style');
    element.removeAttribute('class');
  }
  const { width, height } = svg.viewBox.baseVal;
  const top = MARGIN + 28;
  const whole = { width: width + 2 * MARGIN, height: height + top + MARGIN };
  const style = getComputedStyle(svg);
  const sheet = svg.ownerDocument.createElementNS(SVG_NAMESPACE, 'svg');
  set(sheet, { width: whole.width, height: whole.height, viewBox: `0 0 ${whole.width} ${whole.height}` });
  set(sheet, { 'font-family': style.fontFamily, 'font-size': style.fontSize, fill: style.color });
  const paper = svg.ownerDocument.createElementNS(SVG_NAMESPACE, 'rect');
  set(paper, { width: whole.width, height: whole.height, fill: getComputedStyle(document.body).backgroundColor });
  const title = svg.ownerDocument.createElementNS(SVG_NAMESPACE, 'text');
  set(title, { x: MARGIN, y: MARGIN + 14, 'font-size': 15, 'font-weight': 600 });
  title.textContent = heading;
  for (const name of ['role', 'aria-label', 'class', 'style']) copy.removeAttribute(name);
  set(copy, { x: MARGIN, y: top, overflow: 'visible' });
  sheet.append(paper, title, copy);
  return new XMLSerializer().serializeToString(sheet);
}

/** The same as a PNG, twice as large. */
export async function picture(text: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * SCALE;
    canvas.height = image.height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'));
    if (!blob) throw new Error('The browser could not make a picture.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function saveAs(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the end of this task; Firefox wants a little longer.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
