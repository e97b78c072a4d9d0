import { NextResponse, type NextRequest } from 'next/server';

export const config = { matcher: ['/pq/:path*', '/api/:path*', '/thread.css'] };

/** The community's server and the forum's own stand behind this one, under the same origin. */
export function proxy({ nextUrl: { pathname, search } }: NextRequest) {
  return NextResponse.rewrite(new URL(pathname + search, process.env['FORUM_URL']));
}
