import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** RFC 9457. */
export const problemSchema = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: count,
  code: v.string(),
  detail: v.string(),
});

export const campaignJsonSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(['congress', 'launch', 'guideline', 'other']),
  from: v.string(),
  to: v.string(),
  item: v.optional(v.string()),
});

export const webhookSchema = v.object({
  id: v.string(),
  url: v.string(),
  state: v.picklist(['active', 'paused']),
  createdDay: v.string(),
  waiting: count,
  dead: count,
  lastFailure: v.optional(v.string()),
});

export const deliverySchema = v.strictObject({
  id: v.string(),
  state: v.picklist(['waiting', 'dead']),
  events: count,
  attempts: count,
  day: v.string(),
  reason: v.optional(v.string()),
});
