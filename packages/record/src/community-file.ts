import * as v from 'valibot';
import { keySetSchema } from './folder.js';
import { isSecureOrigin } from './origin.js';

export const COUNT_SETTINGS = ['none', 'shares', 'all'] as const;

const origin = v.pipe(v.string(), v.check(isSecureOrigin, 'must be an https origin without a path'));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** `/pq/community.json`: what a community says about itself to its own pages and to collectors. */
export const communityFileSchema = v.object({
  schema: v.literal('pullquote-community/1'),
  /** The community's id is its own origin. */
  id: origin,
  name,
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  /** How the community itself is paid for; stands beside every label. */
  funding: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** Keys that sign batches of events. */
  jwks: keySetSchema,
  /** What is counted. A static file, with no server behind it, says `none`. */
  count: v.picklist(COUNT_SETTINGS),
  /** True where there is no server: records are fetched straight from their publishers, who then see readers' addresses. */
  direct: v.optional(v.boolean()),
  /** True allows items to be sent to open networks, where their records allow it too. Promotional ones never are. */
  openNetworks: v.optional(v.boolean()),
  /** Publishers whose records this community shows, each under the name its moderators gave. */
  publishers: v.pipe(
    v.array(v.object({ origin, name, jwks: keySetSchema, statusJwks: keySetSchema })),
    v.maxLength(1_000),
  ),
});
export type CommunityFile = v.InferOutput<typeof communityFileSchema>;
export type CountSetting = CommunityFile['count'];
export type TrustedPublisher = CommunityFile['publishers'][number];
