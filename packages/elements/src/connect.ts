import type { Specialty } from '@pullquote/events';
import type { Destination } from './share-event.js';
import { sharedPage } from './shared-page.js';

export interface ConnectOptions {
  /** The room that this page shows. Its specialty is the room's, never the member's. */
  readonly room?: { readonly specialty?: Specialty | undefined } | undefined;
  /** Where a share can go: a list, or a search over the community's threads. */
  readonly destinations?:
    readonly Destination[] | ((query: string) => readonly Destination[] | Promise<readonly Destination[]>) | undefined;
  /** Facts that wait to be sent live in memory; `persistent` keeps them over a reload, in this browser. */
  readonly storage?: 'memory' | 'persistent' | undefined;
}

/** Tells the elements on this page where shares can go, and lets the community count what it has chosen to count. */
export function connect(given: ConnectOptions): void {
  sharedPage.options = given;
}

/** What the page gave last. */
export function connected(): ConnectOptions {
  return (sharedPage.options ??= {});
}
