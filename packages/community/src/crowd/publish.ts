import { dayOf, nextWeek, parseEvent, weekStart, type PullquoteEvent } from '@pullquote/events';
import type { PrivateKey } from '@pullquote/record';
import type { LaneClock } from '../lane/lane-clock.js';
import type { Outbox } from '../lane/outbox.js';
import type { ReleaseReport } from '../lane/release.js';
import { sealBatches } from '../lane/seal.js';
import type { Database } from '../store/database.js';
import type { Publishers } from '../store/publishers.js';
import type { Refusals } from '../store/refusals.js';

type Group = { week: string; publisher: string };

/** Takes drawn figures to the outbox: they are what they are, however often this is tried. */
export class CrowdPublisher {
  constructor(
    private readonly db: Database,
    private readonly key: PrivateKey,
    private readonly clock: LaneClock,
    private readonly publishers: Publishers,
    private readonly outbox: Outbox,
    private readonly refusals: Refusals,
  ) {}

  async release(): Promise<ReleaseReport> {
    const released: { publisher: string; day: string; events: number }[] = [];
    let undeliverable = 0;
    for (const group of this.db.all<Group>('SELECT DISTINCT week, publisher FROM crowd_result')) {
      if (this.publishers.pin(group.publisher)?.events !== undefined) {
        const events = await this.#seal(group);
        if (events > 0) released.push({ publisher: group.publisher, day: group.week, events });
      } else if (this.clock.today() > dayOf(weekStart(nextWeek(group.week)))) {
        const dropped = this.#delete(group);
        this.refusals.count('undeliverable', dropped);
        undeliverable += dropped;
      }
    }
    return { released, undeliverable };
  }

  async #seal(group: Group): Promise<number> {
    // By their random ids: in no order of items or facts.
    const rows = this.db.all<{ event: string }>(
      'SELECT event FROM crowd_result WHERE week = ? AND publisher = ? ORDER BY id',
      group.week,
      group.publisher,
    );
    const events = rows.map(({ event }): PullquoteEvent => parseEvent(JSON.parse(event)));
    const batches = await sealBatches(events, this.key, group.publisher);
    return this.db.transaction(() => {
      // Muted while it was being signed: then nothing leaves.
      if (this.#delete(group) !== events.length) return 0;
      for (const batch of batches) this.outbox.add(group.publisher, group.week, batch);
      return events.length;
    });
  }

  #delete({ week, publisher }: Group): number {
    return this.db.run('DELETE FROM crowd_result WHERE week = ? AND publisher = ?', week, publisher);
  }
}
