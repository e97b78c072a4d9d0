import { TextDecoder } from 'node:util';
import { CliError } from '../errors.js';

/** As far as an XML declaration can reach. */
const DECLARATION = 256;

/** Bytes → text, in the encoding that the file declares. Bytes that are not valid in it are refused, never replaced. */
export async function* decodeXml(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held = new Uint8Array();
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > maxBytes) {
      throw new CliError(
        'import',
        `The file is larger than ${Math.round(maxBytes / 1024 / 1024)} MB: import a single label or article.`,
      );
    }
    if (decoder === undefined) {
      held = join(held, chunk);
      if (held.length < DECLARATION) continue;
      decoder = decoderFor(held);
      yield decode(decoder, held);
    } else {
      yield decode(decoder, chunk);
    }
  }
  if (decoder === undefined) {
    decoder = decoderFor(held);
    yield decode(decoder, held);
  }
  yield decode(decoder);
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new CliError('import', `The file is not valid ${decoder.encoding}, which it says it is. Save it as UTF-8.`);
  }
}

function decoderFor(start: Uint8Array): TextDecoder {
  const [first, second] = start;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  const declaration = String.fromCharCode(...start.subarray(0, DECLARATION));
  const label = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(declaration)?.[1];
  try {
    return new TextDecoder(label ?? 'utf-8', { fatal: true });
  } catch {
    throw new CliError('import', `The file declares the encoding "${label}", which is not known. Save it as UTF-8.`);
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
