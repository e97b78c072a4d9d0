import * as v from 'valibot';
import { parseStrict } from './refusal.js';
import { laneOf, type FactCode } from './vocabulary.js';

const shared = {
  item: v.pipe(v.string(), v.maxLength(200), v.regex(/^urn:[a-z0-9][a-z0-9-]{1,31}:[!-~]+$/)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
};

/**
 * What the browser tells its own community's server (docs/developers/spec/fact.md). Unknown keys are refused: there is
 * no place for a name, a comment, a thread or a time.
 */
export const factSchema = v.pipe(
  v.strictObject({
    /** Random (nanoid, 21 characters); only for doing nothing twice. */
    id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}$/)),
    fact: v.custom<FactCode>((code) => typeof code === 'string' && laneOf(code) !== undefined),
    ...shared,
    /** Public lane only: depth of the post, 0 to 3. That all members can read it is what these codes mean. */
    depth: v.optional(v.picklist([0, 1, 2, 3])),
    /** Whole days that it waited in the browser's storage, when it did; nothing is stored of it. */
    age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))),
  }),
  v.check(({ fact, depth }) => (laneOf(fact) === 'public') === (depth !== undefined)),
  v.check(({ fact, depth }) => fact !== 'shared' || depth === 1),
  v.check(({ fact, depth }) => fact !== 'reshared' || depth === 2 || depth === 3),
  v.check(({ fact, depth }) => fact !== 'quoted' || (depth !== undefined && depth >= 1)),
);
export type Fact = v.InferOutput<typeof factSchema>;
/** A fact that has no id yet. */
export type FactDraft = Omit<Fact, 'id' | 'age'>;

/** Days for which ids are kept: an older fact could have been counted before, so it is refused. */
export const FACT_DAYS = 14;

/** Most facts in one request, and its largest body in bytes. */
export const MAX_FACTS = 20;
export const MAX_FACTS_BYTES = 16_384;

/** @throws EventsError that names the field */
export function parseFact(input: unknown): Fact {
  return parseStrict(factSchema, input);
}
