// A relay that is made to be killed: the built community server, whose lane clock is a file and whose rounds are asked for by hand.
import { serve } from '@hono/node-server';
import { createCommunity } from '@pullquote/community';
import { readFileSync } from 'node:fs';

const { origin, publisher, dataDir, clockFile } = JSON.parse(process.argv[2]);
const say = (fields, message) => console.error(message, JSON.stringify(fields));
const lane = () => Number(readFileSync(clockFile, 'utf8'));

const community = await createCommunity({
  origin,
  name: 'Grand Round',
  country: 'US',
  readers: 'verified-hcp',
  dataDir,
  publishers: [{ origin: publisher, name: 'Example Pharma' }],
  count: 'all',
  compose: '/new',
  requestsPerHour: 1_000_000,
  member: (request) => ({ id: request.headers.get('x-doctor') ?? '', hcp: true }),
  clock: { now: () => Date.now(), lane },
  // All that it ever says, so that the drill can search it.
  log: { info: say, warn: say, error: say },
});

async function answer(request) {
  switch (new URL(request.url).pathname) {
    case '/round':
      await community.release();
      return Response.json(await community.deliver('all'));
    case '/prefetch':
      return Response.json(await community.refresh());
    default:
      return community.fetch(request);
  }
}

serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.stdout.write(`${port}\n`));
