import { dayOf, releaseMinute, type StatusHeldEvent } from '@pullquote/events';
import type { PrivateKey } from '@pullquote/record';
import { nanoid } from 'nanoid';
import { randomInt } from 'node:crypto';
import type { Settings } from '../config.js';
import type { Database } from '../store/database.js';
import type { Lists } from '../store/lists.js';
import type { Muted } from '../store/muted.js';
import type { Publishers } from '../store/publishers.js';
import type { Outbox } from './outbox.js';
import { sealBatches } from './seal.js';

/** Tells each publisher once a day which of its status lists is held here: how far a recall has come. */
export class StatusHeld {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
    private readonly key: PrivateKey,
    private readonly publishers: Publishers,
    private readonly lists: Lists,
    private readonly muted: Muted,
    private readonly outbox: Outbox,
  ) {}

  /** By the real clock, as the lists themselves. Each minute is drawn for the day after: when the server started can't be read from it. */
  async tell(): Promise<void> {
    if (this.settings.count === 'none') return;
    const now = this.settings.clock.now();
    for (const { origin, pin } of this.publishers.all()) {
      const list = this.lists.held(origin);
      if (!list || pin?.events === undefined || this.muted.has(origin)) continue;
      const due = this.db.get<{ next_at: number }>('SELECT next_at FROM status_told WHERE publisher = ?', origin);
      if (!due) this.#draw(origin, now);
      else if (due.next_at <= now) await this.#tell(origin, list.uri, list.iat, now);
    }
  }

  async #tell(publisher: string, subject: string, iat: number, now: number): Promise<void> {
    const day = dayOf(now);
    const event: StatusHeldEvent = {
      specversion: '1.0',
      id: nanoid(),
      source: this.settings.origin,
      type: 'org.pullquote.status-held.v1',
      datacontenttype: 'application/json',
      subject,
      data: { day, iat },
    };
    const batches = await sealBatches([event], this.key, publisher);
    this.db.transaction(() => {
      for (const batch of batches) this.outbox.add(publisher, day, batch);
      this.#draw(publisher, now);
    });
  }

  #draw(publisher: string, now: number): void {
    const at = releaseMinute(dayOf(now), (below) => randomInt(below));
    this.db.run('INSERT OR REPLACE INTO status_told (publisher, next_at) VALUES (?, ?)', publisher, at);
  }
}
