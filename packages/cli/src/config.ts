import { isSecureOrigin, isSecureUrl } from '@pullquote/record';
import * as v from 'valibot';
import { parse as parseYaml, stringify } from 'yaml';
import { CliError } from './errors.js';

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'), v.maxLength(200));
const url = v.pipe(v.string(), v.check(isSecureUrl, 'must be an https address'));

/** `pullquote.yaml`: who publishes, and how long its word holds. An unknown field is refused: it would be a typing error. */
export const configSchema = v.strictObject({
  name,
  /** The site that readers know; records are bound to it for good. */
  origin: v.pipe(
    v.string(),
    v.check(isSecureOrigin, 'must be an https origin without a path, such as https://example.org'),
  ),
  /** Collector that takes this publisher's events; without it nothing is sent. */
  events: v.optional(url),
  /** Communities that this publisher's own pages may lead to. */
  communities: v.optional(v.array(v.strictObject({ name, share: url }))),
  /** How long a status list vouches for its items, in hours. A withdrawal is known everywhere after this time at the latest. */
  statusTtlHours: v.optional(
    v.pipe(v.number(), v.minValue(1 / 3600, 'must be at least one second'), v.maxValue(24 * 31)),
    24,
  ),
  /** How long a record holds where its item names no `validUntil`, in months. */
  validityMonths: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 12),
  /** Whether `pullquote sign` asks for the digest that signatories approved on a proof. */
  approval: v.optional(v.picklist(['required', 'optional'], 'must be required or optional'), 'required'),
});
export type Config = v.InferOutput<typeof configSchema>;
export type ConfigInput = v.InferInput<typeof configSchema>;

/** @throws CliError `config`, with one issue per wrong field */
export function checkConfig(input: unknown): Config {
  const result = v.safeParse(configSchema, input);
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => `${v.getDotPath(issue) ?? '(top level)'}: ${explain(issue)}`);
  throw new CliError('config', `pullquote.yaml is not valid: ${issues.join('; ')}`, issues);
}

/** @throws CliError `config` */
export function readConfig(text: string): Config {
  let input: unknown;
  try {
    input = parseYaml(text);
  } catch (error) {
    throw new CliError('config', `pullquote.yaml is not YAML: ${(error as Error).message}`);
  }
  return checkConfig(input);
}

export function writeConfig(config: Config): string {
  return `# What pullquote says about you to communities. Sign and publish again after a change.\n${stringify(config)}`;
}

/** Seconds for which a status list vouches. */
export function statusTtl(config: Config): number {
  return Math.max(1, Math.round(config.statusTtlHours * 3600));
}

function explain(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object') {
    return issue.expected === 'never' ? 'is not a field of this file; check its spelling' : 'is missing';
  }
  return issue.message;
}
