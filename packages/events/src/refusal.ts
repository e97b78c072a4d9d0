import * as v from 'valibot';
import { EventsError } from './errors.js';

/** Validates with a strict schema; the refusal names the first wrong field, never its value. @throws EventsError */
export function parseStrict<T extends v.GenericSchema>(schema: T, input: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? '(top level)';
  if (issue.type === 'strict_object' && issue.expected === 'never')
    throw new EventsError('unknown-field', `${path}: this field does not exist here; remove it.`);
  if (issue.input === undefined) throw new EventsError('malformed', `${path}: is missing.`);
  throw new EventsError('unknown-value', `${path}: is not one of the values that may be counted.`);
}
