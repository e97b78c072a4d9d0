import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { FOLDER_PATH } from '@pullquote/record';
import { CliError } from './errors.js';
import type { SamplePublisher } from './sample.js';

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  jws: 'application/jose',
  jwt: 'application/statuslist+jwt',
};
/** What the format names below /.well-known/: a path that is none of these leads nowhere. */
const OURS = /^\/\.well-known\/pullquote(\.json|\/status\.jwt|\/(records|tombstones)\/[A-Za-z0-9_-]{22}\.jws)$/;

/** Serves a sample publisher to this machine alone. → ends it. @throws CliError `usage` when the port is taken */
export async function serveSample(sample: SamplePublisher, port: number): Promise<() => Promise<void>> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://sample');
    if (pathname === new URL(sample.item).pathname || pathname === '/') return page(sample, response);
    if (!OURS.test(pathname)) return void response.writeHead(404).end('Nothing stands here.\n');
    readFile(join(sample.folder, ...pathname.split('/'))).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': TYPES[pathname.split('.').pop() ?? ''] ?? 'text/plain',
            'access-control-allow-origin': '*',
          })
          .end(body),
      () => response.writeHead(404).end('Nothing stands here.\n'),
    );
  });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CliError('usage', `--port: ${port} is in use. Choose another one.`);
  }
  return async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
}

/** Where "Open at source" leads. */
function page({ name, item }: SamplePublisher, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="pullquote" href="${FOLDER_PATH}">
<h1>How to read a source label</h1><p>An item of ${name}, which exists for as long as a program runs. Its address: ${item}</p></html>
`);
}
