import { crc32, deflateSync } from 'node:zlib';
import type { PNG } from 'pngjs';

/** Steps of each colour that a baseline keeps: a step is far below the threshold of the comparison, and text packs well. */
const STEPS = 7;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + data.length + 4);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 8 + data.length);
  return frame;
}

/**
 * A picture as a small PNG of at most 256 colours (PNG 1.2, colour type 3), which pngjs reads but does not write.
 * @throws RangeError when it has more colours than that, which no state of ours does
 */
export function encodeBaseline({ width, height, data }: PNG): Buffer {
  const palette = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  const step = (value = 0) => Math.round((Math.round((value / 255) * STEPS) / STEPS) * 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const colour = (step(data[at]) << 16) | (step(data[at + 1]) << 8) | step(data[at + 2]);
      const index = palette.get(colour) ?? palette.size;
      if (index > 255) throw new RangeError('The picture has more than 256 colours.');
      palette.set(colour, index);
      rows[y * (width + 1) + 1 + x] = index;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(
    [...palette.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
