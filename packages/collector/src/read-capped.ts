/**
 * The body's bytes, or `too-large` as soon as there are more than `max`: the rest is never read, and nothing larger is
 * ever held in memory. A body that breaks off is `broken`, and so is one that is not there when `signal` aborts.
 */
export async function readCapped(
  message: Request | Response,
  max: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | 'broken'> {
  if (Number(message.headers.get('content-length') ?? 0) > max) {
    await message.body?.cancel().catch(() => undefined);
    return 'too-large';
  }
  if (!message.body) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = message.body.getReader();
  const giveUp = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', giveUp);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > max) {
        await reader.cancel().catch(() => undefined);
        return 'too-large';
      }
      chunks.push(value);
    }
  } catch {
    return 'broken';
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
  // To cancel a reader looks like the end of the body.
  if (signal?.aborted) return 'broken';
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
