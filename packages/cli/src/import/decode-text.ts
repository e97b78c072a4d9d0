import { TextDecoder } from 'node:util';
import { CliError } from '../errors.js';

/** How to find out a file's encoding from its first bytes. */
export interface Encoding {
  /** Bytes to look at, unless the file is shorter. */
  readonly look: number;
  /** The label that the file declares; UTF-8 without one. */
  readonly declared: (start: string) => string | undefined;
}

/** Bytes → text, in the encoding that the file declares. Bytes that are not valid in it are refused, never replaced. */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  encoding: Encoding,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held = new Uint8Array();
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > maxBytes) {
      throw new CliError(
        'import',
        `The file is larger than ${Math.round(maxBytes / 1024 / 1024)} MB: import a single label, article or page.`,
      );
    }
    if (decoder === undefined) {
      held = join(held, chunk);
      if (held.length < encoding.look) continue;
      decoder = decoderFor(held, encoding);
      yield decode(decoder, held);
    } else {
      yield decode(decoder, chunk);
    }
  }
  if (decoder === undefined) {
    decoder = decoderFor(held, encoding);
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

function decoderFor(start: Uint8Array, { look, declared }: Encoding): TextDecoder {
  const [first, second, third] = start;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8', { fatal: true });
  const label = declared(String.fromCharCode(...start.subarray(0, look)));
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
