/** Web Locks where the browser has them. Without them two pages may send the same fact, and the server takes it once. */

/** Holds a lock until the returned function is called. */
export function holdLock(name: string): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  navigator.locks?.request(name, () => held).catch(() => undefined);
  return release;
}

/** Runs `work` if nobody holds the lock. */
export async function ifFree(name: string, work: () => Promise<unknown>): Promise<void> {
  if (!navigator.locks) await work();
  else await navigator.locks.request(name, { ifAvailable: true }, async (lock) => lock && work());
}
