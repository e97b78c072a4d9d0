import { isLoopbackHost } from './address.js';

/**
 * The origin under which a reader's browser sees the collector: the one of the settings, or else this machine's own.
 * Undefined for any other name: then nobody can say which pages are the collector's own, so nobody signs in.
 */
export function ownOrigin(request: Request, configured: string | undefined): string | undefined {
  if (configured !== undefined) return configured;
  const { origin, hostname } = new URL(request.url);
  return isLoopbackHost(hostname) ? origin : undefined;
}
