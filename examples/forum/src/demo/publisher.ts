import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPublisherSite, prepareDemo, SITE_NAME, type DemoSettings } from '@pullquote/example-publisher';

export interface RunningPublisher {
  readonly name: string;
  /** Addresses of its items. */
  readonly urls: readonly string[];
  fetch(request: Request): Promise<Response>;
  withdraw(url: string, reason: string): Promise<void>;
  stop(): Promise<void>;
}

/** Signs and publishes the demo's items, and renews their status list for as long as the demo runs. */
export async function startPublisher(settings: DemoSettings & { statusTtlSeconds: number }): Promise<RunningPublisher> {
  const project = await prepareDemo(settings);
  const site = await createPublisherSite({
    publicDir: project.publicDir,
    origin: settings.origin,
    elementsDir: dirname(fileURLToPath(import.meta.resolve('@pullquote/elements/bundle/pullquote.js'))),
  });

  let renewing = Promise.resolve();
  const renew = () => {
    renewing = renewing.then(() => project.refresh()).catch(complain);
  };
  // Three tries within a list's lifetime: one that fails does not make every card say "could not check".
  const timer = setInterval(renew, (settings.statusTtlSeconds * 1000) / 3);

  return {
    name: SITE_NAME,
    urls: project.items.map(({ url }) => url),
    fetch: (request) => site.fetch(request),
    withdraw: async (url, reason) => void (await project.withdraw(url, reason)),
    stop: () => {
      clearInterval(timer);
      return renewing;
    },
  };
}

function complain(error: unknown): void {
  const why = error instanceof Error ? error.message : 'unknown reason';
  process.stderr.write(`The status list could not be renewed: ${why}\nCards say "could not check" until it is.\n`);
}
