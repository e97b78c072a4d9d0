/** Where to go after signing in: a path of this site, or `/`. Whatever a browser could read as another site is not taken. */
export function localPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\'))
    return '/';
  const url = new URL(asked, 'http://own.invalid');
  const path = url.pathname + url.search;
  return url.host === 'own.invalid' && !/^\/(sign-in|sign-out)\b/.test(path) && !path.startsWith('//') ? path : '/';
}
