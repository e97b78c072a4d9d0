import { join } from 'node:path';
import { createPublisherSite, prepareDemo, SITE_NAME } from '@pullquote/example-publisher';
import { listen } from './listen.mjs';

const RENEW_MS = 20_000;

/** A publisher with the demo's real items, on this machine alone, for an example to trust. */
export async function startPublisher(root) {
  const port = await listen(0);
  const project = await prepareDemo({ root: join(root, 'publisher'), origin: port.origin });
  const site = await createPublisherSite({ publicDir: project.publicDir, origin: port.origin });
  port.serve((request) => site.fetch(request));
  const timer = setInterval(() => void project.refresh(), RENEW_MS);
  return {
    origin: port.origin,
    name: SITE_NAME,
    item: project.items[0].url,
    async stop() {
      clearInterval(timer);
      await port.stop();
    },
  };
}
