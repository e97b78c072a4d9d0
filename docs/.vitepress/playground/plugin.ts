import type { Plugin } from 'vite';
import { sampleCommunity, type Files } from './sample-community.js';

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };

/** Puts the sample community below `/pq/`: into the built site as files, and into the dev server from memory. */
export function samplePlugin(): Plugin {
  let files: Promise<Files> | undefined;
  let forBrowsers = false;
  return {
    name: 'pullquote-sample-community',
    configResolved: ({ build }) => void (forBrowsers = !build.ssr),
    async generateBundle() {
      if (!forBrowsers) return;
      for (const [fileName, source] of await (files ??= sampleCommunity()))
        this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = /\/(pq\/[^?#]+)/.exec(request.url ?? '')?.[1];
        if (path === undefined) return next();
        (files ??= sampleCommunity()).then((all) => {
          const body = all.get(path);
          if (body === undefined) return response.writeHead(404).end();
          return response
            .writeHead(200, { 'content-type': TYPES[path.split('.').pop() ?? ''] ?? 'text/plain' })
            .end(body);
        }, next);
      });
    },
  };
}
