import { fetchCommunity, type Collector } from '@pullquote/collector';

/**
 * What `pullquote-collector trust add` does, where the two people who would compare the key's thumbprint are one process.
 * A community's `kid` is its key's thumbprint; the collector computes it again and refuses any other.
 */
export async function trustCommunity(
  collector: Collector,
  community: { fetch(request: Request): Promise<Response> },
  origin: string,
): Promise<void> {
  const descriptor = await fetchCommunity(origin, {
    fetch: (input, init) => community.fetch(new Request(input, init)),
  });
  await collector.trust.add(
    descriptor,
    descriptor.jwks.keys.map(({ kid }) => kid),
  );
}
