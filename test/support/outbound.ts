import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** All that this process sends to anybody, byte by byte: it sits on every socket that the process opens. */
export interface Outbound {
  /** What went to each port so far. */
  sent(): ReadonlyMap<number, Buffer>;
  stop(): void;
}

interface Written {
  readonly chunk: Buffer | string;
  readonly encoding: BufferEncoding;
}

export function watchOutbound(): Outbound {
  const sockets: { port: number; readonly chunks: Buffer[] }[] = [];
  const onSocket = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    const watched = { port: 0, chunks: [] as Buffer[] };
    sockets.push(watched);
    socket.once('connect', () => (watched.port = socket.remotePort ?? 0));
    const keep = ({ chunk, encoding }: Written) =>
      watched.chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk));
    // Not write(): connect() puts the original of that back.
    const one = socket._write.bind(socket);
    socket._write = (chunk: Written['chunk'], encoding, done) => {
      keep({ chunk, encoding });
      one(chunk, encoding, done);
    };
    const many = socket._writev?.bind(socket);
    if (!many) return;
    socket._writev = (list: Written[], done) => {
      list.forEach(keep);
      many(list, done);
    };
  };
  subscribe('net.client.socket', onSocket);
  return {
    sent() {
      const ports = new Map<number, Buffer>();
      for (const { port, chunks } of sockets)
        ports.set(port, Buffer.concat([ports.get(port) ?? Buffer.alloc(0), ...chunks]));
      return ports;
    },
    stop: () => void unsubscribe('net.client.socket', onSocket),
  };
}
