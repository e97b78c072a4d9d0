import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Resolves a name to all its addresses. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** The address of a request is not one that this server may reach for somebody else. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'ERR_PRIVATE_ADDRESS';
}

/**
 * A `fetch` that reaches the public internet alone: what is asked of a publisher, or sent to the address that it names, must not
 * lead into the community's own network. The connection is made to the very addresses that were checked, so a name that answers
 * otherwise the second time gains nothing. http is for this machine alone, as everywhere here (decision 2).
 */
export function publicFetch(resolve: Resolve = systemResolve): typeof fetch {
  const agent = (isAllowed: (address: string) => boolean) =>
    new Agent({ connect: { lookup: checkedLookup(resolve, isAllowed), timeout: 5_000 }, maxResponseSize: -1 });
  const abroad = agent(isPublicAddress);
  const here = agent(isLoopbackAddress);

  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const local = url.protocol === 'http:';
    const isAllowed = local ? isLoopbackAddress : isPublicAddress;
    // Node looks no name up where the host is an address already. URL has brought every notation of it into one.
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !isAllowed(literal)) throw refusal(literal);
    const { method, headers, redirect, signal } = request;
    const body = request.body === null ? undefined : await request.arrayBuffer();
    const dispatcher = local ? here : abroad;
    const response = await undiciFetch(url, {
      method,
      headers: [...headers],
      redirect,
      signal,
      dispatcher,
      credentials: 'omit',
      ...(body === undefined ? {} : { body }),
    });
    // The same class by another door: undici brings its own copy of what Node's fetch is.
    return response as unknown as Response;
  };
}

/** Gives the socket only addresses that were checked; one bad address refuses the name, because an honest name has none. */
function checkedLookup(resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        const bad = addresses.find(({ address }) => !isAllowed(address));
        if (!first || bad) return done(refusal(hostname), '', 0);
        if (options.all === true) return done(null, [...addresses]);
        return done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}

function systemResolve(hostname: string): Promise<LookupAddress[]> {
  return new Promise((done, failed) =>
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? failed(error) : done(addresses))),
  );
}

function refusal(host: string): PrivateAddressError {
  return new PrivateAddressError(`${host}: does not lead to the public internet.`);
}

/** True for the refusal itself, and for a failed request whose cause it is. */
export function isPrivateAddress(error: unknown): boolean {
  if (error instanceof PrivateAddressError) return true;
  return error instanceof Error && error.cause !== undefined && isPrivateAddress(error.cause);
}
