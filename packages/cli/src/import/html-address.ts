import { isSecureUrl } from '@pullquote/record';
import type { HtmlPage } from './parse-html.js';
import type { Missing } from './source.js';

const WHY = 'Readers open the item here. A path such as /my-item is taken on your own origin.';

/** The page's address in its own words: the canonical link, then Open Graph. `at` is where the page was read. */
export function canonicalOf(page: HtmlPage, at: string | undefined): { url: string } | { missing: Missing } {
  const links = [...new Set(page.links.get('canonical') ?? [])];
  const address = links[0] ?? page.meta.get('og:url')?.[0];
  const missing = (hint: string): { missing: Missing } => ({ missing: { path: 'canonicalUrl', why: WHY, hint } });
  if (address === undefined)
    return at === undefined ? { missing: { path: 'canonicalUrl', why: WHY } } : missing(`The page was read at ${at}`);
  if (links.length > 1) return missing(`The page names several canonical addresses: ${links.slice(0, 5).join(' ')}`);
  const url = absolute(address.trim(), page.base, at);
  if (url !== undefined && isSecureUrl(url)) return { url };
  return missing(`The page says ${address.trim()}, which is not a whole https address`);
}

/** The address without a fragment, as browsers write it. */
function absolute(address: string, base: string | undefined, at: string | undefined): string | undefined {
  const from = [base, at].find((one) => one !== undefined && URL.canParse(one, at));
  const whole = from === undefined ? undefined : new URL(from, at).href;
  if (!URL.canParse(address, whole)) return undefined;
  const url = new URL(address, whole);
  url.hash = '';
  return url.href;
}

/** A record holds only on its publisher's own origin, wherever the page that it was drafted from stands. */
export function aboutAddress(url: string | undefined): string[] {
  return url === undefined
    ? []
    : [`canonicalUrl is what the page states, ${url}. A record holds only for an address on your own origin.`];
}
