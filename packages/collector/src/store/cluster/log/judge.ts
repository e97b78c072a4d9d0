import type { JudgedBatch, StoredBatch, StoreRefusal } from '../../batch-intake.js';
import {
  cellContent,
  crowdContent,
  dayOfWeek,
  figureKey,
  heldContent,
  idKey,
  type EntryBatch,
  type EntryCell,
  type Refused,
} from './entry.js';
import type { Known } from './known.js';
import type { Tail } from './tail.js';

type Outcome = 'accepted' | 'duplicate' | StoreRefusal;

export interface Judged {
  readonly stored: StoredBatch;
  /** What goes into the log; undefined where nothing of the batch is new. */
  readonly batch: EntryBatch | undefined;
  readonly refused: readonly Refused[];
  /** The newest day of what was accepted, or nothing. */
  readonly newestDay: string;
}

/** Judges batches one after the other by all that was accepted before: in ClickHouse, in the log, and among these batches themselves. */
export class Judge {
  readonly #contents = new Map<string, string>();
  readonly #figures = new Set<string>();

  constructor(
    private readonly publisher: string,
    private readonly tail: Tail,
    private readonly known: Known,
  ) {}

  judge(batch: JudgedBatch): Judged {
    const { community, today } = batch;
    const { publisher } = this;
    const refused: { index: number; code: StoreRefusal }[] = [];
    let [accepted, duplicates, newestDay] = [0, 0, ''];
    const settle = (index: number, day: string, outcome: Outcome): boolean => {
      if (outcome === 'duplicate') duplicates += 1;
      else if (outcome !== 'accepted') refused.push({ index, code: outcome });
      else {
        accepted += 1;
        if (day > newestDay) newestDay = day;
      }
      return outcome === 'accepted';
    };

    const cells: EntryCell[] = [];
    for (const { ids, indexes, ...cell } of batch.cells) {
      const content = cellContent(publisher, cell);
      const fresh = ids.filter((id, i) =>
        settle(indexes[i] ?? -1, cell.day, this.#outcome(cell.day, idKey(community, id), content)),
      );
      if (fresh.length > 0) cells.push({ ...cell, ids: fresh });
    }
    const crowds = batch.crowds.flatMap(({ index, event: { id, subject, data } }) => {
      const event = { id, subject, data };
      const day = dayOfWeek(data.week);
      const figure = figureKey(community, event);
      const outcome = this.#outcome(day, idKey(community, id), crowdContent(publisher, event), figure);
      return settle(index, day, outcome) ? [event] : [];
    });
    const held = batch.held.flatMap(({ index, event: { id, subject, data } }) => {
      const event = { id, subject, data };
      const outcome = this.#outcome(data.day, idKey(community, id), heldContent(publisher, event));
      return settle(index, data.day, outcome) ? [event] : [];
    });

    const counts = new Map(Object.entries(batch.refused));
    for (const { code } of refused) counts.set(code, (counts.get(code) ?? 0) + 1);
    return {
      stored: { accepted, duplicates, refused },
      batch: accepted > 0 ? { community, cells, crowds, held } : undefined,
      refused: [...counts].map(([code, n]) => ({ day: today, publisher, community, code, n })),
      newestDay,
    };
  }

  #outcome(day: string, key: string, content: string, figure?: string): Outcome {
    if (day < this.tail.keptFrom) return 'too-old';
    const before = this.#contents.get(key) ?? this.tail.content(key) ?? this.known.contents.get(key);
    if (before !== undefined) return before === content ? 'duplicate' : 'id-reused';
    if (figure !== undefined) {
      if (this.#figures.has(figure) || this.tail.hasFigure(figure) || this.known.figures.has(figure))
        return 'figure-redrawn';
      this.#figures.add(figure);
    }
    this.#contents.set(key, content);
    return 'accepted';
  }
}
