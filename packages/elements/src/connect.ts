import type { Specialty } from '@pullquote/events';
import type { HealthReport } from './health/report.js';
import { lookAgain } from './source/heartbeat.js';
import { changesReader, type Reader } from './source/reader.js';
import type { Destination } from './share-event.js';
import { sharedPage } from './shared-page.js';

export interface ConnectOptions {
  /** The room that this page shows. Its specialty is the room's, never the member's. */
  readonly room?: { readonly specialty?: Specialty | undefined } | undefined;
  /** Who reads this page now. Say it anew when somebody else signs in. */
  readonly reader?: Reader | undefined;
  /** Where a share can go: a list, or a search over the community's threads. */
  readonly destinations?:
    readonly Destination[] | ((query: string) => readonly Destination[] | Promise<readonly Destination[]>) | undefined;
  /** Facts that wait to be sent live in memory; `persistent` keeps them over a reload, in this browser, and needs `login`. */
  readonly storage?: 'memory' | 'persistent' | undefined;
  /**
   * A random name of this login, new at each: never the member's id, nor anything made of it. It stays in this browser, and
   * keeps what one member did from being sent as another's.
   */
  readonly login?: string | undefined;
  /**
   * For the page's own developer: called whenever a Core Web Vital of this page comes into another bucket, with whether our
   * elements were the cause. What measures it loads only where this is given, and nothing of it is sent to anybody.
   */
  readonly health?: ((report: HealthReport) => void) | undefined;
}

/**
 * Tells the elements on this page who reads it and where shares can go, and lets the community count what it has chosen to count.
 * @throws TypeError for a country that is not written as ISO 3166-1 writes it
 */
export function connect(given: ConnectOptions): void {
  const changed = changesReader(given.reader);
  sharedPage.options = given;
  if (changed) lookAgain();
  if (given.health) import('./health/watch-health.js').then((health) => health.watchHealth()).catch(() => undefined);
}

/** What the page gave last. */
export function connected(): ConnectOptions {
  return (sharedPage.options ??= {});
}
