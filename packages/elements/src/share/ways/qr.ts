import { generate } from 'lean-qr/nano';

/** Light modules around the code, without which cameras do not find it. */
const QUIET = 4;

export interface QrDrawing {
  /** Side of the square, in modules, with its quiet zone. */
  readonly side: number;
  /** The dark modules, as an SVG path. */
  readonly path: string;
}

/** Text → its QR code. @throws Error where the text is too long for one (over 2,900 characters) */
export function qrOf(text: string): QrDrawing {
  const code = generate(text);
  if (!code) throw new Error('This link is too long for a QR code.');
  let path = '';
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  return { side: code.size + 2 * QUIET, path };
}

/** The code as a picture file: black on white whatever the screen's colours are. */
export function qrFile({ side, path }: QrDrawing): Blob {
  return new Blob(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`,
    ],
    { type: 'image/svg+xml' },
  );
}
