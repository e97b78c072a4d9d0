import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The policy that every page of ours must live under. */
export const STRICT_CSP =
  "default-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

export interface Site {
  readonly origin: string;
  /** Path (with query) → what it answers. Changing it changes the site. */
  readonly pages: Map<string, Answer | (() => Answer)>;
  /** Every request as it arrived. */
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }[];
  close(): Promise<void>;
}

const bundle = fileURLToPath(new URL('../../packages/elements/dist/bundle/', import.meta.url));

/** A small real web site on loopback that serves the built SDK under /pq/ and whatever a test puts into `pages`. */
export async function startSite(csp = STRICT_CSP): Promise<Site> {
  const pages: Site['pages'] = new Map();
  const requests: Site['requests'] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const url = request.url ?? '/';
    requests.push({ method: request.method ?? '', url, headers: request.headers, body });
    const found = pages.get(url) ?? pages.get(url.split('?')[0] ?? '');
    if (found) {
      const {
        status = 200,
        type = 'text/html; charset=utf-8',
        body: text = '',
        headers = {},
      } = typeof found === 'function' ? found() : found;
      response.writeHead(status, { 'content-type': type, 'content-security-policy': csp, ...headers }).end(text);
    } else if (/^\/pq\/(pullquote\.js|chunks\/[\w-]+\.js)$/.test(url)) {
      const script = await readFile(`${bundle}${url.slice(4)}`);
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    } else {
      response.writeHead(404).end();
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
