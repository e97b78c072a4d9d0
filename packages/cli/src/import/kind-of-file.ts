/** As far as a page's doctype can hide behind comments. */
const LOOK = 1024;

const HTML_START =
  /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html\b|html[\s>]|head[\s>])/i;

/** Looks at a file's beginning without taking anything from it. */
export async function kindOfFile(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ kind: 'html' | 'xml'; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < LOOK) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    length += next.value.length;
  }
  const start = seen.map((chunk) => String.fromCharCode(...chunk.subarray(0, LOOK))).join('');
  return {
    // UTF-16 has a zero beside every ASCII character.
    kind: HTML_START.test(start.replaceAll('\0', '')) ? 'html' : 'xml',
    chunks: again(seen, iterator),
  };
}

async function* again(seen: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* seen;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
