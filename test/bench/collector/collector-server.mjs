// The built collector on a free port, as `pullquote-collector serve` runs it.
import process from 'node:process';
import { startCollector } from '@pullquote/collector';

const { dataFile, publisher, communities, now } = JSON.parse(process.argv[2]);
const { url, collector } = await startCollector(
  {
    dataFile,
    publishers: [{ origin: publisher, name: 'Example Pharma' }],
    titles: {},
    allowFutureDays: 0,
    keepEventsDays: 400,
    listen: { host: '127.0.0.1', port: 0 },
  },
  { clock: () => now },
);
for (const file of communities)
  await collector.trust.add(
    file,
    file.jwks.keys.map(({ kid }) => kid),
  );
process.on('message', () => process.send({ rss: process.memoryUsage.rss(), cpu: process.cpuUsage() }));
process.send({ port: Number(new URL(url).port) });
