/** Reads a body of at most `limit` bytes; returns undefined, and stops reading, when there is more. */
export async function readCapped(message: Request | Response, limit: number): Promise<Uint8Array | undefined> {
  if (Number(message.headers.get('content-length') ?? 0) > limit) {
    await message.body?.cancel();
    return undefined;
  }
  if (!message.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // A Request's stream is typed as of any; its chunks are bytes (Fetch standard, section 2.2.4).
  for await (const chunk of message.body as ReadableStream<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) return undefined; // Leaving the loop cancels the stream.
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}
