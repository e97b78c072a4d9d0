const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** True for an https origin, and for http on the reader's own machine, which browsers treat as secure as well. */
export function isSecureOrigin(text: string): boolean {
  return isSecureUrl(text) && new URL(text).origin === text;
}

/** True for an https URL (or http on loopback) that carries no credentials. */
export function isSecureUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}
