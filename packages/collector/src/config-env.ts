import { readFileSync } from 'node:fs';
import type * as v from 'valibot';
import { CollectorError } from './errors.js';

const PREFIX = 'PULLQUOTE_COLLECTOR_';
const FROM_FILE = '_FILE';
/** Names the settings file itself, where `--config` does not. */
export const CONFIG_VARIABLE = `${PREFIX}CONFIG`;

export type Environment = Readonly<Record<string, string | undefined>>;

interface Setting {
  /** As in the settings file: `listen.port` is `['listen', 'port']`. */
  readonly path: readonly string[];
  readonly type: 'string' | 'number' | 'boolean';
}

/**
 * Lays the environment over what the settings file says. Every setting that is one word or number can be set:
 * `listen.port` by `PULLQUOTE_COLLECTOR_LISTEN_PORT`, or by `PULLQUOTE_COLLECTOR_LISTEN_PORT_FILE`, which names a file
 * that holds it, so that a secret stands in no environment. Lists, such as `publishers`, stand in the file alone.
 * @throws CollectorError `config` that names the variable
 */
export function overlayEnvironment(schema: v.GenericSchema, input: unknown, env: Environment): unknown {
  const known = new Map(settingsOf(schema).map((setting) => [nameOf(setting.path), setting]));
  let result = input;
  const from = new Map<Setting, string>();
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith(PREFIX) || name === CONFIG_VARIABLE || value === undefined) continue;
    const setting = known.get(name) ?? known.get(name.replace(/_FILE$/, ''));
    if (!setting)
      throw new CollectorError(
        'config',
        `Environment, ${name}: there is no such setting. Remove it or check its spelling; lists stand in the settings file alone.`,
      );
    const other = from.get(setting);
    if (other !== undefined)
      throw new CollectorError('config', `Environment, ${name}: ${other} sets the same. Keep one of the two.`);
    from.set(setting, name);
    const text = known.has(name) ? value : readSecret(name, value);
    result = put(result, setting.path, convert(name, text, setting.type));
  }
  return result;
}

/** Every setting that the environment can set, in the order of the schema. */
export function environmentNames(schema: v.GenericSchema): string[] {
  return settingsOf(schema).map(({ path }) => nameOf(path));
}

function nameOf(path: readonly string[]): string {
  return PREFIX + path.map((part) => part.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()).join('_');
}

/** Walks the schema itself, so that a new setting can be set here without being named twice. */
function settingsOf(schema: v.GenericSchema, path: readonly string[] = []): Setting[] {
  const { type, wrapped, entries, options } = schema as {
    type: string;
    wrapped?: v.GenericSchema;
    options?: v.GenericSchema[];
    entries?: Record<string, v.GenericSchema>;
  };
  if (wrapped) return settingsOf(wrapped, path);
  switch (type) {
    case 'strict_object':
      return Object.entries(entries ?? {}).flatMap(([name, entry]) => settingsOf(entry, [...path, name]));
    case 'union':
      return (options ?? []).flatMap((option) => settingsOf(option, path));
    case 'string':
    case 'picklist':
      return [{ path, type: 'string' }];
    case 'number':
    case 'boolean':
      return [{ path, type }];
    default:
      return [];
  }
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new CollectorError(
      'config',
      `Environment, ${name}: ${file} cannot be read (${code}). A name that ends in ${FROM_FILE} holds the path of a file.`,
    );
  }
}

function convert(name: string, text: string, type: Setting['type']): string | number | boolean {
  switch (type) {
    case 'string':
      return text;
    case 'number':
      if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
      throw new CollectorError('config', `Environment, ${name}: must be a number.`);
    case 'boolean':
      if (text === 'true' || text === 'false') return text === 'true';
      throw new CollectorError('config', `Environment, ${name}: must be true or false.`);
  }
}

/** A copy with one value set. What is no object there is left for the schema to refuse by its own name. */
function put(input: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (input !== undefined && input !== null && (typeof input !== 'object' || Array.isArray(input))) return input;
  const object = (input ?? {}) as Record<string, unknown>;
  const inner = Object.hasOwn(object, name) ? object[name] : undefined;
  return { ...object, [name]: put(inner, rest, value) };
}
