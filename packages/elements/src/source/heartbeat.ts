import { forgetVerdicts, shortestLifetime } from './assess.js';

const checks = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls `check` three times within a status list's lifetime (every 5 to 60 seconds) while the page is visible, so that one
 * that is left open learns of a recall in time. Returns a function that ends it.
 */
export function watch(check: () => void): () => void {
  checks.add(check);
  timer ??= next();
  return () => void checks.delete(check);
}

function next(): ReturnType<typeof setTimeout> {
  return setTimeout(beat, Math.min(Math.max(shortestLifetime() / 3, 5), 60) * 1000);
}

function beat(): void {
  timer = checks.size > 0 ? next() : undefined;
  if (document.visibilityState !== 'visible') return;
  forgetVerdicts();
  for (const check of checks) check();
}
