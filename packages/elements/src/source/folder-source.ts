import type { PublisherFolder } from '@pullquote/record/reader';
import { get, token } from './get.js';
import type { Source } from './source.js';

/** On a publisher's own page, and in a community without a server, everything comes from the publisher's folder. */
export function folderSource(origin: string): Source {
  let folder: Promise<PublisherFolder | undefined> | undefined;
  return {
    async record(url, link) {
      folder ??= get(`${origin}/.well-known/pullquote.json`).then((response) =>
        response?.ok ? response.json() : undefined,
      );
      const catalogue = (await folder)?.catalogue;
      if (!catalogue) return 'unreachable';
      const versions = catalogue.filter((entry) => entry.url === url).sort((a, b) => b.version - a.version);
      const entry = versions.find(({ digest }) => digest === link?.digest) ?? versions[0];
      if (!entry) return 'unknown';
      const [kind, field] = entry.withdrawn ? (['tombstones', 'tombstone'] as const) : (['records', 'jws'] as const);
      const response = await get(`${origin}/.well-known/pullquote/${kind}/${entry.digest}.jws`);
      if (!response?.ok) return 'unreachable';
      const text = await response.text();
      return field === 'jws' ? { jws: text } : { tombstone: text };
    },
    status: (uri) => (new URL(uri).origin === origin ? token(uri) : Promise.resolve('unreachable' as const)),
  };
}
