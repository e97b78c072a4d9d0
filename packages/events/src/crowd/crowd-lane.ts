import type { CrowdEvent } from '../event.js';
import { drawSome, type Uniform } from '../uniform.js';
import type { CrowdFact } from '../vocabulary.js';
import { discreteLaplace } from './laplace.js';
import { CROWD_CELLS, CROWD_EPSILON, CROWD_THRESHOLD } from './privacy.js';
import { intervalOf } from './threshold.js';

/** What one publisher could learn of: one item and one fact code, in one week. */
export interface Cell {
  readonly item: string;
  readonly fact: CrowdFact;
}
/** A cell and how many distinct doctors stand in it, after each doctor's bound. */
export interface Crowd extends Cell {
  readonly doctors: number;
}

export interface CrowdRelease {
  readonly community: string;
  readonly week: string;
  readonly random: Uniform;
  /** A fresh event id. */
  readonly id: () => string;
}

/** All cells of one publisher in which a doctor was → those in which the doctor counts. */
export function boundCells<T>(cells: readonly T[], random: Uniform): T[] {
  return drawSome(cells, CROWD_CELLS, random);
}

/**
 * Draws a cell's noise: to be called once for each cell and week, and the answer to be kept.
 * @returns the event, or undefined when the figure is too small to be told
 */
export function drawCrowd({ item, fact, doctors }: Crowd, release: CrowdRelease): CrowdEvent | undefined {
  // A cell that nobody stands in doesn't exist: only then is the threshold's δ what it says.
  if (doctors < 1) return undefined;
  const figure = doctors + discreteLaplace(CROWD_EPSILON, release.random);
  if (figure < CROWD_THRESHOLD) return undefined;
  const epsilon = CROWD_EPSILON.numerator / CROWD_EPSILON.denominator;
  const interval = intervalOf(figure, CROWD_THRESHOLD, epsilon);
  return {
    specversion: '1.0',
    id: release.id(),
    source: release.community,
    type: 'org.pullquote.crowd.v1',
    datacontenttype: 'application/json',
    subject: item,
    data: { fact, week: release.week, figure, threshold: CROWD_THRESHOLD, epsilon, interval },
  };
}
