import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A forward proxy through which a browser sends all that it sends, over plain HTTP; where it wants to go otherwise is kept, and refused. */
export interface Proxy {
  readonly origin: string;
  /** Origins that the browser asked for something. */
  readonly asked: ReadonlySet<string>;
  /** Every body that was sent, by its path. */
  readonly bodies: readonly { readonly path: string; readonly body: string }[];
  close(): Promise<void>;
}

/** @param address what a reverse proxy would say of the reader: added to every request as `X-Forwarded-For` */
export async function startProxy(address: string): Promise<Proxy> {
  const asked = new Set<string>();
  const bodies: { path: string; body: string }[] = [];
  const server = createServer((incoming, answer) => {
    const url = new URL(incoming.url ?? '');
    asked.add(url.origin);
    const headers = { ...incoming.headers, 'x-forwarded-for': address };
    const outgoing = request(url, { method: incoming.method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
      reply.pipe(answer);
    });
    outgoing.on('error', () => answer.destroy());
    void keep(incoming).then((body) => body !== '' && bodies.push({ path: url.pathname, body }));
    incoming.pipe(outgoing);
  });
  server.on('connect', (incoming, socket) => {
    asked.add(`https://${incoming.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    bodies,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function keep(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => incoming.once('close', resolve));
  return Buffer.concat(chunks).toString();
}
