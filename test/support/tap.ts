import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire with a listener on it: passes bytes to and fro, and keeps every byte that goes towards the target. */
export interface Tap {
  readonly origin: string;
  /** Everything that was sent to the target so far, as it went over the wire. */
  sent(): string;
  to(origin: string): void;
  close(): Promise<void>;
}

export async function startTap(): Promise<Tap> {
  const chunks: Buffer[] = [];
  const sockets = new Set<Socket>();
  let target: URL | undefined;
  const server = createServer((incoming) => {
    if (!target) return void incoming.destroy();
    const outgoing = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('error', () => other.destroy());
    }
    const { host } = target;
    incoming.on('data', (chunk) => {
      chunks.push(chunk);
      // The target answers under its own name only. What is kept is what was sent.
      outgoing.write(Buffer.from(chunk.toString('latin1').replace(/^(host: ).*$/im, `$1${host}`), 'latin1'));
    });
    incoming.on('end', () => outgoing.end());
    outgoing.pipe(incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => Buffer.concat(chunks).toString('latin1'),
    to: (origin) => void (target = new URL(origin)),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
