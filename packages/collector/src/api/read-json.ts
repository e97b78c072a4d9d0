import * as v from 'valibot';
import { CollectorError } from '../errors.js';
import { readCapped } from '../read-capped.js';

const MAX_BYTES = 65_536;

/** A request's JSON, judged. @throws CollectorError `usage` that names the field */
export async function readJson<T extends v.GenericSchema>(request: Request, schema: T): Promise<v.InferOutput<T>> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new CollectorError('usage', 'content-type: send application/json.');
  const body = await readCapped(request, MAX_BYTES);
  if (body === 'too-large') throw new CollectorError('usage', `body: is larger than ${MAX_BYTES} bytes.`);
  if (body === 'broken') throw new CollectorError('usage', 'body: broke off. Send it again.');
  let input: unknown;
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new CollectorError('usage', 'body: is not UTF-8 JSON.');
  }
  return parseInput(schema, input);
}

/** @throws CollectorError `usage` that names the field, never its value */
export function parseInput<T extends v.GenericSchema>(schema: T, input: unknown, where = ''): v.InferOutput<T> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = `${where}${v.getDotPath(issue) ?? '(top level)'}`;
  const said =
    issue.type === 'strict_object' && issue.expected === 'never'
      ? 'this field does not exist here; remove it'
      : issue.input === undefined
        ? 'is missing'
        : issue.type === 'check' || issue.type === 'max_length' || issue.type === 'min_length'
          ? issue.message
          : 'is not of the right kind';
  throw new CollectorError('usage', `${field}: ${said}.`);
}
