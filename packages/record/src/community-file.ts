import * as v from 'valibot';
import { keySetSchema } from './folder.js';
import { isSecureOrigin } from './origin.js';

/** Who reads in a community: members it has verified as healthcare professionals alone, or others as well. */
export const READERS = ['verified-hcp', 'mixed'] as const;
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
  /** Absent means `mixed`: nobody is taken for a verified healthcare professional unless the page says so. */
  readers: v.optional(v.picklist(READERS)),
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
export type Readers = (typeof READERS)[number];
export type CountSetting = CommunityFile['count'];
export type TrustedPublisher = CommunityFile['publishers'][number];
