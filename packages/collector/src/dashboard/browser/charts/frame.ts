import type { PlotOptions } from '@observablehq/plot';
import type * as drawings from './drawings.js';

/** What a chart may know of where it is drawn. */
export interface Frame {
  /** Pixels. */
  readonly width: number;
}

export type Draw = (frame: Frame) => SVGSVGElement;

/** Chooses among all charts, once these are there. */
export type Choose = (charts: typeof drawings) => Draw;

/** Below this width a chart puts its words above its marks instead of beside them. */
const NARROW = 560;

export function isNarrow({ width }: Frame): boolean {
  return width < NARROW;
}

/** Colours are names that the style sheet fills: dark, print and forced colours need no new drawing. */
export const INK = {
  text: 'var(--ink)',
  soft: 'var(--soft)',
  rule: 'var(--rule)',
  hair: 'var(--hair)',
  accent: 'var(--accent)',
  campaign: 'var(--campaign)',
  campaignText: 'var(--campaign-text)',
  band: 'var(--band)',
  range: 'var(--range)',
  paper: 'var(--paper)',
} as const;

/** What all charts share. */
export function framed({ width }: Frame, options: PlotOptions): PlotOptions {
  return { width, marginTop: 24, marginRight: 0, marginBottom: 28, marginLeft: 0, ...options };
}
