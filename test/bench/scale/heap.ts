interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** What is planned, the earliest first; things of one moment in the order in which they were planned, so that every run is the same. */
export class Heap {
  #order = 0;
  readonly #entries: Entry[] = [];

  get first(): Entry | undefined {
    return this.#entries[0];
  }

  push(at: number, run: () => void): void {
    const entry = { at, order: this.#order++, run };
    let place = this.#entries.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = this.#entries[above];
      if (!parent || !isBefore(entry, parent)) break;
      this.#entries[place] = parent;
      place = above;
    }
    this.#entries[place] = entry;
  }

  /** Takes the first away. */
  drop(): void {
    const entry = this.#entries.pop();
    if (!entry || this.#entries.length === 0) return;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      const [left, right] = [this.#entries[below], this.#entries[below + 1]];
      if (!left) break;
      if (right && isBefore(right, left)) below += 1;
      const child = this.#entries[below];
      if (!child || !isBefore(child, entry)) break;
      this.#entries[place] = child;
      place = below;
    }
    this.#entries[place] = entry;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
