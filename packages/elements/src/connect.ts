import type { FactPort, Specialty } from '@pullquote/events';
import type { Destination } from './share-event.js';
import { host } from './source/host.js';

export interface ConnectOptions {
  /** The room that this page shows. Its specialty is the room's, never the member's. */
  readonly room?: { readonly specialty?: Specialty | undefined } | undefined;
  /** Where a share can go: a list, or a search over the community's threads. */
  readonly destinations?:
    readonly Destination[] | ((query: string) => readonly Destination[] | Promise<readonly Destination[]>) | undefined;
  /** Facts that wait to be sent live in memory; `persistent` keeps them over a reload, in this browser. */
  readonly storage?: 'memory' | 'persistent' | undefined;
}

let options: ConnectOptions = {};
let counting: Promise<FactPort | undefined> | undefined;

/** Tells the elements on this page where shares can go, and lets the community count what it has chosen to count. */
export function connect(given: ConnectOptions): void {
  options = given;
  counting = undefined;
}

/** The counting port, or undefined where nothing is counted. Its code loads only where something may be. */
export function factPort(): Promise<FactPort | undefined> {
  return (counting ??= load().catch(() => {
    counting = undefined; // Blocked or unreachable: sharing goes on without it.
    return undefined;
  }));
}

export async function destinations(query: string): Promise<readonly Destination[]> {
  const { destinations: given = [] } = options;
  if (typeof given === 'function') return given(query);
  return given.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
}

async function load(): Promise<FactPort | undefined> {
  const place = await host();
  if (place.kind !== 'community' || place.file.direct || place.file.count === 'none') return undefined;
  const { createCounting } = await import('@pullquote/events/browser');
  return createCounting({
    endpoint: `${place.base}facts`,
    count: place.file.count,
    storage: options.storage ?? 'memory',
  });
}
