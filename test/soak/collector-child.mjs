// A collector that is made to be killed: the built server on a free port, by a clock that stands still.
import { startCollector } from '@pullquote/collector';

const { now, ...settings } = JSON.parse(process.argv[2]);
const running = await startCollector(
  { titles: {}, allowFutureDays: 0, keepEventsDays: 400, listen: { host: '127.0.0.1', port: 0 }, ...settings },
  { clock: () => now },
);
process.stdout.write(`${new URL(running.url).port}\n`);
