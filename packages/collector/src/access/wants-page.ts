/** Whether a person looks at the answer, in a browser: then it is a page, and for a program it is a problem. */
export function wantsPage(request: Request): boolean {
  const isApi = new URL(request.url).pathname.startsWith('/v1/');
  return !isApi && /\btext\/html\b/.test(request.headers.get('accept') ?? '');
}
