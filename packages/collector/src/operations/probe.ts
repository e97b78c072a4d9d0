import type { Keeping } from '../store/keeping.js';

const HOLDS_MS = 10_000;
const PATIENCE_MS = 5_000;

/**
 * Whether the store takes a write. It is tried at most every ten seconds, however often somebody asks; a disk that does not answer
 * within five is as bad as one that says no. @returns why not, or undefined
 */
export function createProbe(
  keeping: Pick<Keeping, 'touch'>,
  { now = () => performance.now(), patienceMs = PATIENCE_MS } = {},
): () => Promise<string | undefined> {
  let last: { readonly at: number; readonly result: Promise<string | undefined> } | undefined;
  return () => {
    if (!last || now() - last.at >= HOLDS_MS) last = { at: now(), result: attempt(keeping, patienceMs) };
    return last.result;
  };
}

async function attempt(keeping: Pick<Keeping, 'touch'>, patienceMs: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`The disk of dataFile has not answered for ${patienceMs / 1_000} s.`), patienceMs);
    timer.unref();
  });
  const tried = keeping.touch().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  try {
    return await Promise.race([tried, late]);
  } finally {
    clearTimeout(timer);
  }
}
