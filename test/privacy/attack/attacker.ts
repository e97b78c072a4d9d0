import type { Cell, Uniform } from '@pullquote/events';
import { WEEK_MINUTES, type Act, type Post } from './population.js';
import type { View } from './view.js';

/** Where one attack happens. */
export interface Stage {
  /** An item of the catalogue that no other attack of this month uses. */
  readonly item: string;
  /** A doctor who does nothing but what the scene says. */
  readonly victim: string;
  /** The community's ordinary doctors. */
  readonly members: readonly string[];
  readonly random: Uniform;
}

export interface Scene {
  /** What happens whether or not the victim does it: other doctors, planted accounts, the victim's other acts. */
  readonly others: readonly Act[];
  readonly posts?: readonly Post[];
  /** What the attacker wants to know: were these done, all of them, or none? */
  readonly secret: readonly Act[];
  guess(view: View): boolean;
}

export interface Attacker {
  readonly name: string;
  /**
   * In so many cells at most, of all weeks together, does the secret change who stands there. By basic composition what is
   * told keeps to (cells · ε, cells · δ).
   */
  readonly cells: number;
  /** Victims in one month; 3 unless given. */
  readonly victims?: number;
  stage(stage: Stage): Scene;
}

/** The crowd threshold less one: a crowd of so many is never told for certain. */
export const PLANTED = 14;

/** Each of these doctors in each of these cells, at some minute of a week. */
export function acts(doctors: readonly string[], cells: readonly Cell[], week: number, random: Uniform): Act[] {
  return doctors.flatMap((doctor) => cells.map((cell) => ({ doctor, cell, week, minute: random(WEEK_MINUTES) })));
}

/** Accounts of the attacker, verified as doctors, that do nothing but what they are told. */
export function planted(victim: string): string[] {
  return Array.from({ length: PLANTED }, (_, i) => `planted-${i}-beside-${victim}`);
}

/** Doctors who do nothing else, so that the bound leaves them where they are: the best that an attacker can hope for. */
export function quiet({ victim, members, random }: Stage, least: number, most: number): string[] {
  const size = Math.min(least + random(most - least + 1), Math.max(PLANTED + 1, Math.floor(members.length / 3)));
  return Array.from({ length: size }, (_, i) => `quiet-${i}-beside-${victim}`);
}

/** Ordinary doctors, who do other things as well. */
export function some({ members, random }: Stage, least: number, most: number): string[] {
  const size = Math.min(least + random(most - least + 1), Math.floor(members.length / 3));
  const from = random(members.length - size + 1);
  return members.slice(from, from + size);
}

/**
 * Noise makes of one more doctor in a cell no more than a lean: a figure above that of the others speaks for it, any other
 * against it, each as strongly. So the best guess from many cells is their majority.
 */
export function leaning(view: View, cells: readonly Cell[], week: number): number {
  return cells.reduce((sum, cell) => sum + (view.figure(cell, week) > view.others(cell, week) ? 1 : -1), 0);
}
