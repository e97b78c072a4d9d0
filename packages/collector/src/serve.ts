import { createAdaptorServer } from '@hono/node-server';
import { createCollector, type Collector } from './collector.js';
import type { ServeSettings } from './config.js';
import { CollectorError } from './errors.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

export interface RunningCollector {
  /** Where it listens, as in `http://127.0.0.1:4802`. */
  readonly url: string;
  readonly collector: Collector;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Reports have no sign-in yet. To listen beyond this machine, the operator says that this is known. */
  readonly reportsAreOpen?: boolean | undefined;
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined;
}

/** Listens. @throws CollectorError `config` that names the field, or `store` */
export async function startCollector(
  { listen: { host, port }, ...config }: ServeSettings,
  { reportsAreOpen = false, clock = Date.now }: ServeOptions = {},
): Promise<RunningCollector> {
  if (!LOOPBACK.test(host) && !reportsAreOpen)
    throw new CollectorError(
      'config',
      'Settings, listen.host: anyone who reaches this address could read the reports, which have no sign-in yet. ' +
        'Use 127.0.0.1, put your own sign-in in front, or add --i-know-reports-are-open.',
    );
  const collector = await createCollector({ ...config, clock });
  const server = createAdaptorServer({ fetch: (request: Request) => collector.fetch(request) });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    await collector.close();
    throw new CollectorError('config', `Settings, listen: ${whyNot(error, host, port)}`);
  }
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    collector,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(collector.close()));
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

function whyNot(error: unknown, host: string, port: number): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `port ${port} is in use by another program. Choose another listen.port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `host ${host} is not an address of this machine.`;
  return `${host} port ${port} cannot be used (${code ?? 'unknown reason'}).`;
}
