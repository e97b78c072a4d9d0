import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isSecureOrigin } from '@pullquote/record';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { isLoopbackHost } from './access/address.js';
import { accessSettings } from './access/settings.js';
import { environmentNames, overlayEnvironment, type Environment } from './config-env.js';
import { CollectorError } from './errors.js';
import { checkStore, placeStore, storeSetting } from './store/setting.js';

const publisher = v.strictObject({
  /** The `iss` of the publisher's records, and the `aud` of the batches meant for it. */
  origin: v.pipe(v.string(), v.check(isSecureOrigin, 'must be an https origin without a path')),
  name: v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(200, 'is longer than 200 characters')),
});
export type Publisher = v.InferOutput<typeof publisher>;

const settings = {
  /** Path of the SQLite file: the same as `store: sqlite:` and the path. */
  dataFile: v.optional(v.pipe(v.string(), v.minLength(1, 'is empty'))),
  /** Where everything is kept: one file, or servers that several collectors share. */
  store: v.optional(storeSetting),
  publishers: v.pipe(
    v.array(publisher),
    v.minLength(1, 'name at least one publisher'),
    v.check((list) => new Set(list.map(({ origin }) => origin)).size === list.length, 'names one origin twice'),
  ),
  /** Item URN → the title that reports show. Without one they show the URN. */
  titles: v.optional(v.record(v.string(), v.string()), {}),
  /** Webhooks may point to this machine itself, by http too. Only a demonstration or a test needs that. */
  allowLoopbackWebhooks: v.optional(v.boolean(), false),
  /**
   * Days for which events are kept, and their ids with them; counters stay for ever. An event that comes later than that is
   * refused, for a second copy could not be told from a first.
   */
  keepEventsDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(14), v.maxValue(36_500)), 400),
  /** How many days after today (UTC) an event's day may lie. Only a demonstration needs more than 0. */
  allowFutureDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_650)), 0),
  ...accessSettings,
};

const collectorSettings = v.strictObject(settings);
export type CollectorSettings = v.InferOutput<typeof collectorSettings>;
/** As an operator writes it: what has a default may be left out. */
export type CollectorInput = v.InferInput<typeof collectorSettings>;

const port = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(0, 'must be 0 to 65535'),
  v.maxValue(65_535, 'must be 0 to 65535'),
);
const fileSettings = v.strictObject({
  ...settings,
  listen: v.optional(
    v.strictObject({ host: v.optional(v.string(), '127.0.0.1'), port: v.optional(port, 4802) }),
    () => ({ host: '127.0.0.1', port: 4802 }),
  ),
});
export type ServeSettings = v.InferOutput<typeof fileSettings>;
export type ServeInput = CollectorInput & Pick<ServeSettings, 'listen'>;

/** @throws CollectorError `config` that names the field */
export function parseSettings(input: unknown): CollectorSettings {
  return checkStore(check(collectorSettings, input));
}

/**
 * YAML file → settings, with what the environment says laid over it. A relative path of the store stands beside the file.
 * @throws CollectorError `config`
 */
export async function readConfig(file: string, env: Environment = {}): Promise<ServeSettings> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new CollectorError('config', `${file} cannot be read. Name the settings file with --config.`);
  }
  let input: unknown;
  try {
    input = parseYaml(text);
  } catch (error) {
    throw new CollectorError('config', `${file} is not YAML: ${(error as Error).message}`);
  }
  const parsed = checkStore(check(fileSettings, overlayEnvironment(fileSettings, input, env)));
  checkOpen(parsed);
  return placeStore(parsed, dirname(file));
}

/** @throws CollectorError `config` where anyone beyond this machine could read without a key */
export function checkOpen({ access, listen }: Pick<ServeInput, 'access' | 'listen'>): void {
  if (access === 'open' && !isLoopbackHost(listen.host))
    throw new CollectorError(
      'config',
      'Settings, access: "open" lets anyone read who reaches the collector, so it needs listen.host: 127.0.0.1. Use "keys".',
    );
}

/** The environment variables that override a setting. */
export function settingVariables(): string[] {
  return environmentNames(fileSettings);
}

function check<T extends v.GenericSchema>(schema: T, input: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const { issue, field } = meant(result.issues[0]);
  const said =
    issue.type === 'strict_object' && issue.expected === 'never'
      ? 'this setting does not exist; remove it or check its spelling'
      : issue.input === undefined
        ? 'is missing'
        : issue.message;
  throw new CollectorError('config', `Settings, ${field}: ${said}.`);
}

/** Where a setting may be of several kinds, what is wrong with the kind that was meant: the one that was followed furthest. */
function meant(issue: v.BaseIssue<unknown>): { readonly issue: v.BaseIssue<unknown>; readonly field: string } {
  const field = v.getDotPath(issue) ?? '(top level)';
  const [inner] = [...(issue.issues ?? [])].sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0));
  return inner?.path ? { issue: inner, field: `${field}.${v.getDotPath(inner) ?? ''}` } : { issue, field };
}
