import { createAdaptorServer } from '@hono/node-server';

/** Opens a port of this machine; requests are answered once `serve` was called. Port 0 takes any that is free. */
export async function listen(port) {
  let handler = async () => new Response('Starting.\n', { status: 503 });
  const server = createAdaptorServer({ fetch: (request) => handler(request) });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    serve: (fetch) => (handler = fetch),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
