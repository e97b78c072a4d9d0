const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** True for an https origin, and for http on the reader's own machine, which browsers treat as secure as well. */
export function isSecureOrigin(text: string): boolean {
  return isSecureUrl(text) && new URL(text).origin === text;
}

/** Parsing drops tabs and line ends and encodes the rest, so a text with any of these would be shown as what it is not. */
const VISIBLE_ASCII = /^[!-~]+$/;

/** True for an https URL (or http on loopback) that carries no credentials, in visible ASCII characters alone. */
export function isSecureUrl(text: string): boolean {
  if (!VISIBLE_ASCII.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}
