import { toJsonSchema } from '@valibot/to-json-schema';
import { recordSchema } from './schema.js';

/** The signed payload as JSON Schema (draft 2020-12). Checks that JSON Schema cannot express, such as secure origins, are left out. */
export function recordJsonSchema(): object {
  return toJsonSchema(recordSchema, { target: 'draft-2020-12', errorMode: 'ignore' });
}
