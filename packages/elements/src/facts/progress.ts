import type { Assessment } from '../source/assess.js';
import { tell } from './tell.js';

type Mark = 25 | 50 | 75 | 100;
const MARKS: readonly (Mark | undefined)[] = [undefined, 25, 50, 75, 100];

interface Heard {
  readonly owner: Element;
  readonly found: Assessment;
  /** The highest mark that was told. */
  told: number;
}

/** Players that play or have played, and are still in the page. */
const players = new Map<HTMLMediaElement, Heard>();

/** The highest mark that was reached by what was really played: a jump to the end plays nothing. */
export function markOf({ played, duration }: Pick<HTMLMediaElement, 'played' | 'duration'>): Mark | undefined {
  let seconds = 0;
  for (let i = 0; i < played.length; i++) seconds += played.end(i) - played.start(i);
  // Browsers are a moment short of a mark that they have reached: a hundredth of the whole is let off.
  return MARKS[Math.min(Math.floor((seconds / duration + 0.01) * 4), 4)];
}

/** Follows a player from here: its highest mark is told once it has ended, is left, or the page is hidden. */
export function followPlayer(player: HTMLMediaElement, owner: Element, found: Assessment): void {
  if (players.size === 0)
    // Before those who send what waits when the page is left; they listen without capture.
    for (const type of ['visibilitychange', 'pagehide']) addEventListener(type, onHidden, true);
  if (players.has(player)) return;
  players.set(player, { owner, found, told: 0 });
  for (const type of ['ended', 'pause']) player.addEventListener(type, onStopped);
}

function onStopped({ type, currentTarget }: Event): void {
  const player = currentTarget as HTMLMediaElement;
  // A pause is no end; but a player that is taken out of the page pauses as well.
  if (type === 'ended' || !player.isConnected) tellMark(player);
  if (!player.isConnected) players.delete(player);
}

function onHidden({ type }: Event): void {
  if (type !== 'pagehide' && document.visibilityState !== 'hidden') return;
  for (const player of players.keys()) {
    tellMark(player);
    if (!player.isConnected) players.delete(player);
  }
}

function tellMark(player: HTMLMediaElement): void {
  const heard = players.get(player);
  const mark = markOf(player) ?? 0;
  if (!heard || mark === 0 || mark <= heard.told) return;
  heard.told = mark;
  void tell(heard.owner, heard.found, { what: 'played', percent: mark });
}
