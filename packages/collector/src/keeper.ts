import { dayOf, dayStart } from '@pullquote/events';
import type { Log } from './log.js';
import type { Keeping } from './store/keeping.js';
import type { Turns } from './store/turns.js';

const DAY_MS = 86_400_000;
const EVERY_MS = 6 * 3_600_000;

export interface KeeperOptions {
  readonly keeping: Keeping;
  readonly turns: Turns;
  readonly keepEventsDays: number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: Log;
}

/**
 * Removes events that have been kept long enough. By the newest event's day where that is earlier than today: a clock that
 * runs years ahead must not remove a single one.
 */
export async function pruneOld({
  keeping,
  keepEventsDays,
  clock,
}: Omit<KeeperOptions, 'log' | 'turns'>): Promise<number> {
  const { newestDay, keptFrom = '' } = await keeping.state();
  if (newestDay === undefined) return 0;
  const today = dayOf(clock());
  const newest = newestDay < today ? newestDay : today;
  const keepFrom = dayOf(dayStart(newest) - keepEventsDays * DAY_MS);
  return keepFrom > keptFrom ? keeping.prune(keepFrom) : 0;
}

/** Does so now and every six hours. */
export function startKeeper(options: KeeperOptions): { stop(): Promise<void> } {
  let round = Promise.resolve();
  const prune = () => {
    round = round.then(async () => {
      try {
        if (await options.turns.mine('keeping')) await pruneOld(options);
      } catch (error) {
        options.log.error({ name: 'store', frames: [] }, `Old events cannot be removed: ${(error as Error).message}`);
      }
    });
  };
  const timer = setInterval(prune, EVERY_MS).unref();
  prune();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
