/** A request that tells nobody where the reader is: no referrer, no redirect followed. Undefined when it failed. */
export async function get(url: string): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      cache: 'no-cache',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  } catch {
    return undefined;
  }
}

/** A status list token. */
export async function token(url: string): Promise<string | 'unreachable'> {
  const response = await get(url);
  return response?.ok ? response.text() : 'unreachable';
}
