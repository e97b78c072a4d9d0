import type { Settings } from '../config.js';
import { readDescriptor } from './descriptor.js';
import { inGroups } from './in-groups.js';
import { isConfirmed } from './pin.js';
import { readRecords } from './records.js';
import type { PublisherReport, RefreshReport } from './report.js';
import { openHeldList, readStatusList } from './status-list.js';
import { readTombstones, subject } from './tombstones.js';
import { Visit, type Stores } from './visit.js';

const MOST_REFUSALS = 100;

/** Fetches from every listed publisher on a timer, never because someone looked. */
export class Prefetch {
  readonly #visits: readonly Visit[];
  #running: Promise<RefreshReport> | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly stores: Stores,
    signal: AbortSignal,
  ) {
    this.#visits = settings.publishers.map(
      ({ origin, name, thumbprints }) => new Visit(origin, name, thumbprints, settings, stores, signal),
    );
  }

  /** Holds what was pinned before against the keys that the configuration names now. */
  async confirmPins(): Promise<void> {
    for (const { origin, thumbprints } of this.#visits) {
      const pin = this.stores.publishers.pin(origin);
      if (!pin || (await isConfirmed(pin, thumbprints))) continue;
      this.stores.publishers.unpin(origin);
      this.settings.log.warn(
        { origin },
        'pinned keys are no longer named in "thumbprints": the publisher is not shown',
      );
    }
  }

  /** One round; a second call while it runs joins it. */
  refresh(): Promise<RefreshReport> {
    this.#running ??= this.#round().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Waits for a round that runs. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #round(): Promise<RefreshReport> {
    const reports = new Map<string, PublisherReport>();
    await inGroups(this.#visits, async (visit) => {
      reports.set(visit.origin, await this.#visit(visit));
    });
    return { publishers: [...reports.values()].sort((a, b) => (a.origin < b.origin ? -1 : 1)) };
  }

  async #visit(visit: Visit): Promise<PublisherReport> {
    const { origin, name, stores } = visit;
    const outcome = await readDescriptor(visit);
    const pin = stores.publishers.pin(origin);
    let [added, withdrawn] = [0, 0];
    if (pin) {
      // The list first: a record must not be live here for a moment when it's already withdrawn there.
      withdrawn = await readStatusList(visit, pin);
      added = await readRecords(visit, pin, await openHeldList(visit, pin));
      withdrawn += await readTombstones(visit, pin);
      if (visit.folder) visit.keepOnly(this.#subjects(visit));
    }
    const refused = visit.refused;
    const list = stores.lists.held(origin);
    return {
      origin,
      name,
      outcome,
      added,
      withdrawn,
      held: stores.catalogue.size(origin),
      refused: refused.slice(0, MOST_REFUSALS),
      refusedCount: refused.length,
      status: list && { iat: list.iat, exp: list.exp },
    };
  }

  /** Everything that can still be refused. */
  #subjects({ origin, folder }: Visit): Set<string> {
    const { catalogue } = this.stores;
    const entries = folder?.catalogue ?? [];
    const beyond = entries.length > this.settings.quota ? ['catalogue'] : [];
    const records = entries.filter(({ digest }) => !catalogue.isHeld(digest)).map(({ digest }) => digest);
    const buried = [...entries.filter((entry) => entry.withdrawn).map(({ digest }) => digest)];
    const tombstones = [...buried, ...catalogue.withoutTombstone(origin)].map(subject);
    return new Set(['descriptor', 'status list', ...beyond, ...records, ...tombstones]);
  }
}
