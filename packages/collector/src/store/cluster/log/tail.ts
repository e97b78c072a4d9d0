import { cellContent, crowdContent, figureKey, heldContent, idKey, type Entry } from './entry.js';

interface Kept {
  readonly place: number;
  readonly ids: readonly string[];
  readonly figures: readonly string[];
  readonly events: number;
  readonly mark: string | undefined;
}

/** A look into ClickHouse, together with what is read of the log while it is under way. */
export interface Pin {
  readonly floor: number;
  /** Nothing was removed from the log between what the look found and what was read. */
  whole: boolean;
}

/**
 * What stands in a publisher's log and may not be in ClickHouse yet, by id. Together with a look into ClickHouse it tells of every event
 * that was ever accepted.
 */
export class Tail {
  /** Sequence of the newest message that was read. */
  last = 0;
  /** Number of the next event. */
  next = 1;
  /** Events that wait for ClickHouse. */
  waiting = 0;
  readonly #contents = new Map<string, string>();
  readonly #figures = new Set<string>();
  #kept: Kept[] = [];
  /** For each look into ClickHouse under way, up to where all was in there when it began. */
  readonly #pins = new Set<Pin>();
  #floor = 0;
  #keptFrom = '';

  content(key: string): string | undefined {
    return this.#contents.get(key);
  }

  /** Does a message of this mark stand here? */
  hasMark(mark: string): boolean {
    return this.#kept.some((one) => one.mark === mark);
  }

  hasFigure(key: string): boolean {
    return this.#figures.has(key);
  }

  /** Adds the next message that is there. */
  add(place: number, entry: Entry): void {
    if (place > this.last + 1) for (const pin of this.#pins) if (place > pin.floor + 1) pin.whole = false;
    const { publisher } = entry;
    const ids: string[] = [];
    const figures: string[] = [];
    const note = (community: string, id: string, content: string) => {
      const key = idKey(community, id);
      this.#contents.set(key, content);
      ids.push(key);
    };
    for (const { community, cells, crowds, held } of entry.batches) {
      for (const cell of cells) {
        const content = cellContent(publisher, cell);
        for (const id of cell.ids) note(community, id, content);
      }
      for (const event of crowds) {
        note(community, event.id, crowdContent(publisher, event));
        const key = figureKey(community, event);
        this.#figures.add(key);
        figures.push(key);
      }
      for (const event of held) note(community, event.id, heldContent(publisher, event));
    }
    this.#kept.push({ place, ids, figures, events: entry.events, mark: entry.mark });
    this.waiting += entry.events;
    this.last = place;
    this.next = Math.max(this.next, entry.first + entry.events);
    this.keepFrom(entry.keptFrom ?? '');
  }

  /** Events of earlier days are refused from now on. */
  keepFrom(day: string): void {
    if (day > this.#keptFrom) this.#keptFrom = day;
  }

  get keptFrom(): string {
    return this.#keptFrom;
  }

  /** Everything up to here is in ClickHouse. */
  reached(floor: number): void {
    if (floor > this.#floor) this.#floor = floor;
    this.#forget();
  }

  /**
   * Keeps what is not in ClickHouse now, until it is released: a message that gets there while somebody looks must be found in one of
   * the two places.
   */
  pin(): Pin {
    const pin = { floor: this.#floor, whole: true };
    this.#pins.add(pin);
    return pin;
  }

  release(pin: Pin): void {
    this.#pins.delete(pin);
    this.#forget();
  }

  /** Up to here, whoever looks into ClickHouse now finds everything there. */
  get settled(): number {
    return Math.min(this.#floor, ...[...this.#pins].map(({ floor }) => floor));
  }

  #forget(): void {
    const until = this.settled;
    let gone = 0;
    for (const { place, ids, figures, events } of this.#kept) {
      if (place > until) break;
      gone += 1;
      this.waiting -= events;
      for (const id of ids) this.#contents.delete(id);
      for (const figure of figures) this.#figures.delete(figure);
    }
    if (gone > 0) this.#kept = this.#kept.slice(gone);
  }
}
