/** A link that carries another address leads on to it: then the reader is not there with one click. */
export function leadsOn(url: string): boolean {
  return /[?&#][^=]*=(https?(:|%3A)|www\.)/i.test(url) || /^https?:\/\/[^/]+\/.*https?:\/\//i.test(url);
}

/** The address without its fragment: where a browser goes. */
export function pageOf(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
