import { onLanguageChange } from '../languages.js';
import { forgetVerdicts, shortestLifetime } from './assess.js';

interface Checked {
  check(): Promise<void>;
}

const watched = new Set<Checked>();
let timer: ReturnType<typeof setTimeout> | undefined;
let listening = false;

/**
 * Checks an element three times within a status list's lifetime (every 5 to 60 seconds) while the page is visible, so that
 * one that is left open learns of a recall in time.
 */
export function watch(element: Checked): void {
  watched.add(element);
  timer ??= next();
  if (!listening) onLanguageChange(look);
  listening = true;
}

export function unwatch(element: Checked): void {
  watched.delete(element);
}

function next(): ReturnType<typeof setTimeout> {
  return setTimeout(beat, Math.min(Math.max(shortestLifetime() / 3, 5), 60) * 1000);
}

function beat(): void {
  timer = watched.size > 0 ? next() : undefined;
  if (document.visibilityState === 'visible') lookAgain();
}

/** Judges everything anew, now. */
export function lookAgain(): void {
  forgetVerdicts();
  look();
}

function look(): void {
  for (const element of watched) void element.check();
}
