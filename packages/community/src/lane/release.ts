import { nextDay, releaseDay, type PublicRow } from '@pullquote/events';
import type { PrivateKey } from '@pullquote/record';
import { nanoid } from 'nanoid';
import { randomInt } from 'node:crypto';
import type { Settings } from '../config.js';
import type { Removals } from '../facts/removals.js';
import type { Database } from '../store/database.js';
import type { Publishers } from '../store/publishers.js';
import type { Refusals } from '../store/refusals.js';
import type { Days } from './days.js';
import type { LaneClock } from './lane-clock.js';
import type { Outbox } from './outbox.js';
import { sealBatches } from './seal.js';

export interface ReleaseReport {
  /** What went into the outbox, ready to be delivered; crowd figures name their week as the `day`. */
  readonly released: readonly { readonly publisher: string; readonly day: string; readonly events: number }[];
  /** Events that were dropped because their publisher takes none. */
  readonly undeliverable: number;
}
type Group = { day: string; publisher: string };
type Counter = PublicRow & { n: number };

/** Lets whole days go once their minute has come. */
export class Releaser {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
    private readonly key: PrivateKey,
    private readonly clock: LaneClock,
    private readonly days: Days,
    private readonly publishers: Publishers,
    private readonly outbox: Outbox,
    private readonly refusals: Refusals,
    private readonly removals: Removals,
  ) {}

  async release(): Promise<ReleaseReport> {
    this.days.close();
    const forgotten = this.removals.forget();
    const released: { publisher: string; day: string; events: number }[] = [];
    let undeliverable = 0;
    const groups = this.db.all<Group>(
      'SELECT DISTINCT r.day, r.publisher FROM public_row r JOIN day d ON d.day = r.day AND d.released = 1',
    );
    for (const group of groups) {
      if (this.publishers.pin(group.publisher)?.events !== undefined) {
        const events = await this.#releaseGroup(group);
        if (events > 0) released.push({ ...group, events });
      } else if (this.clock.today() > nextDay(group.day)) {
        undeliverable += this.#drop(group);
      }
    }
    // The log's old pages still show in which order the day's facts came.
    if (released.length > 0 || undeliverable > 0 || forgotten) this.db.forget();
    return { released, undeliverable };
  }

  /** The day is closed, so its rows can be signed first; they go and the batches come in one transaction. */
  async #releaseGroup({ day, publisher }: Group): Promise<number> {
    const counters = this.#counters({ day, publisher });
    const rows = counters.flatMap(({ n, ...row }) => Array.from({ length: n }, (): PublicRow => row));
    const { origin: community, country } = this.settings;
    const events = releaseDay(rows, {
      community,
      country,
      day,
      random: (below) => randomInt(below),
      id: () => nanoid(),
    });
    const batches = await sealBatches(events, this.key, publisher);
    return this.db.transaction(() => {
      // Muted while they were being signed, or another process on the same folder was quicker: these batches are forgotten.
      if (this.#delete({ day, publisher }) !== counters.length) return 0;
      for (const batch of batches) this.outbox.add(publisher, day, batch);
      return events.length;
    });
  }

  #drop(group: Group): number {
    return this.db.transaction(() => {
      const events = this.#counters(group).reduce((sum, counter) => sum + counter.n, 0);
      this.#delete(group);
      this.refusals.count('undeliverable', events);
      return events;
    });
  }

  #counters({ day, publisher }: Group): Counter[] {
    return this.db.all(
      'SELECT item, version, fact, depth, n FROM public_row WHERE day = ? AND publisher = ?',
      day,
      publisher,
    );
  }

  #delete({ day, publisher }: Group): number {
    return this.db.run('DELETE FROM public_row WHERE day = ? AND publisher = ?', day, publisher);
  }
}
