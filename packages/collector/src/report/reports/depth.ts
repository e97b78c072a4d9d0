import { computed, notComputable } from '../computed.js';
import type { ReportContext } from '../context.js';
import { postsOf } from '../series.js';
import type { BodyOf } from '../types.js';

/** How far items travel: 1 a first post, 2 a reshare of a post, 3 anything deeper. */
export async function depth({ store, publisher, query, from, to }: ReportContext): Promise<BodyOf<'depth'>> {
  const { item, community } = query;
  const [row] = await store.cells.sums(publisher.origin, { from, to, item, community }, []);
  const rows = [
    { depth: 1 as const, shared: row?.shared ?? 0, reshared: 0, quoted: row?.quoted1 ?? 0 },
    { depth: 2 as const, shared: 0, reshared: row?.reshared2 ?? 0, quoted: row?.quoted2 ?? 0 },
    { depth: 3 as const, shared: 0, reshared: row?.reshared3 ?? 0, quoted: row?.quoted3 ?? 0 },
  ];
  const all = rows.reduce((posts, one) => posts + postsOf(one), 0);
  return {
    rows: rows.map((one) => ({ ...one, share: all === 0 ? notComputable('no-reuse') : computed(postsOf(one) / all) })),
  };
}
