import { Discussion } from './discussion';
import type { Thread } from './forum';

export const dynamic = 'force-dynamic';

/** Drawn on the server: readers without scripts see every post with its whole stored label. */
export default async function Page() {
  const response = await fetch(new URL('/api/thread', process.env['FORUM_URL']), { cache: 'no-store' });
  return <Discussion first={(await response.json()) as Thread} />;
}
