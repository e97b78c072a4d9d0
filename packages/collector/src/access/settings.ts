import { isSecureOrigin } from '@pullquote/record';
import * as v from 'valibot';

const whole = (least: number, most: number) => {
  const range = `must be a whole number from ${least} to ${most}`;
  return v.pipe(v.number(range), v.integer(range), v.minValue(least, range), v.maxValue(most, range));
};

/** Settings of who may read: the part of `collector.yaml` that this folder looks after. */
export const accessSettings = {
  /**
   * Where readers and communities reach the collector, as in `https://collector.publisher.example`. Sign-in needs it wherever that
   * is not this machine, because it decides which requests come from the collector's own pages.
   */
  origin: v.optional(v.pipe(v.string(), v.check(isSecureOrigin, 'must be an https origin without a path'))),
  /** `keys`: every report needs a key. `open`: none does, and the collector answers this machine alone. */
  access: v.optional(v.picklist(['keys', 'open'], 'must be "keys" or "open"'), 'keys'),
  /** How long a sign-in lasts at most. */
  sessionHours: v.optional(whole(1, 720), 12),
  /** How many of your own servers stand in front and write X-Forwarded-For. */
  proxies: v.optional(whole(0, 10), 0),
  limits: v.optional(
    v.strictObject({
      /** Requests with one key, each minute. */
      perKey: v.optional(whole(1, 1_000_000), 600),
      /** Requests from one address without a valid key, each minute. */
      perAddress: v.optional(whole(1, 1_000_000), 120),
      /** Wrong keys from one address, each minute. */
      wrongKeys: v.optional(whole(1, 1_000), 10),
    }),
    () => ({ perKey: 600, perAddress: 120, wrongKeys: 10 }),
  ),
  metrics: v.optional(
    v.strictObject({
      /** What Prometheus sends as its bearer token. Without it `/metrics` answers nobody. */
      token: v.optional(v.pipe(v.string(), v.minLength(16, 'must have at least 16 characters'))),
    }),
    () => ({}),
  ),
  /** How long the audit log is kept. */
  auditDays: v.optional(whole(1, 3_650), 400),
};

export type AccessSettings = v.InferOutput<v.ObjectSchema<typeof accessSettings, undefined>>;
