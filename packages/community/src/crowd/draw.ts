import { drawCrowd, uniformFrom, type CrowdEvent } from '@pullquote/events';
import { nanoid } from 'nanoid';
import type { CountedCell } from './count.js';
import { beginSlice, type Sliced } from '../store/in-slices.js';
import { pooledBytes } from './pooled-bytes.js';

/** A figure that is large enough to leave, and the cell that it was drawn for. */
export interface Figure {
  readonly cell: number;
  readonly publisher: string;
  readonly event: CrowdEvent;
}

/** How many doctors count in each cell → the figures that may leave. */
export class CrowdDraw {
  readonly #random = uniformFrom(pooledBytes());

  constructor(
    /** The community's origin. */
    private readonly community: string,
  ) {}

  /** In memory: none has been drawn until it is on disk. */
  *draw(week: string, cells: readonly CountedCell[]): Sliced<readonly Figure[]> {
    const release = { community: this.community, week, random: this.#random, id: () => nanoid() };
    const figures: Figure[] = [];
    let isOver = beginSlice();
    for (const { id, publisher, ...cell } of cells) {
      const event = drawCrowd(cell, release);
      if (event) figures.push({ cell: id, publisher, event });
      if (!isOver()) continue;
      yield;
      isOver = beginSlice();
    }
    return figures;
  }
}
