import { createAdaptorServer, type Http2Bindings, type HttpBindings, type ServerType } from '@hono/node-server';
import { startCatalogueTimer } from './catalogue/timer.js';
import { createCollector, type Collector } from './collector.js';
import { checkOpen, type ServeInput } from './config.js';
import { CollectorError } from './errors.js';
import { createLog, type Log } from './log.js';

/** What is stored is acknowledged within far less than that. */
const PATIENCE_MS = 10_000;

export interface RunningCollector {
  /** Where it listens, as in `http://127.0.0.1:4802`. */
  readonly url: string;
  readonly collector: Collector;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly log?: Log | undefined;
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined;
}

/** Listens. @throws CollectorError `config` that names the field, or `store` */
export async function startCollector(
  settings: ServeInput,
  { clock = Date.now, log = createLog() }: ServeOptions = {},
): Promise<RunningCollector> {
  checkOpen(settings);
  const {
    listen: { host, port },
    ...config
  } = settings;
  const collector = await createCollector({ ...config, clock, log });
  const server = createAdaptorServer({
    fetch: (request: Request, { incoming }: HttpBindings | Http2Bindings) =>
      collector.fetch(request, { address: incoming.socket.remoteAddress }),
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    await collector.close();
    throw new CollectorError('config', `Settings, listen: ${whyNot(error, host, port)}`);
  }
  const { publishers } = settings;
  const { catalogue } = collector.store;
  const timer = startCatalogueTimer({ publishers, catalogue, clock, log });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const { schema } = await collector.store.keeping.state();
  log.info?.(
    { host, port: actual, access: settings.access ?? 'keys', publishers: settings.publishers.length, schema },
    'Started',
  );
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    collector,
    close: async () => {
      await closeServer(server);
      await timer.stop();
      await collector.close();
      log.info?.({ port: actual }, 'Stopped');
    },
  };
}

/** Answers what has come in; whoever then still waits for something to happen is cut off. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

function whyNot(error: unknown, host: string, port: number): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `port ${port} is in use by another program. Choose another listen.port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `host ${host} is not an address of this machine.`;
  return `${host} port ${port} cannot be used (${code ?? 'unknown reason'}).`;
}
