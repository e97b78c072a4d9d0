import { basename, join, resolve } from 'node:path';
import { contentSchema, parse, sha256Text, type Content } from '@pullquote/record';
import { parse as parseYaml } from 'yaml';
import { CliError } from './errors.js';
import { readIfThere } from './files.js';
import { checkMissing } from './item-missing.js';
import type { Project } from './project.js';
import { unknownPaths } from './unknown-paths.js';

export interface Item {
  readonly name: string;
  readonly content: Content;
  /** The last day on which it holds, if the item names one. */
  readonly validUntil: string | undefined;
}

/** Fields that hold an address. A path in them is taken on the publisher's own origin. */
const ADDRESSES = new Set(['canonicalUrl', 'url', 'authorityUrl', 'piUrl']);

/**
 * Reads an item by its name or its file, complete and checked field by field.
 * @throws CliError `item` or `missing`, RecordError `record` with one issue per wrong field
 */
export async function readItem(project: Project, item: string): Promise<Item> {
  const { files, name } = locate(project, item);
  let text: string | undefined;
  for (const file of files) text ??= await readIfThere(file);
  if (text === undefined)
    throw new CliError('item', `There is no item file items/${name}.yaml. Write it, or name another.`);
  return readItemText(text, { name, origin: project.config.origin });
}

/** The same from a file's text. */
export async function readItemText(text: string, { name, origin }: { name: string; origin: string }): Promise<Item> {
  const { missing, validUntil, ...fields } = readFields(name, text);
  checkMissing(name, missing, fields);
  if (validUntil !== undefined && !(typeof validUntil === 'string' && isDay(validUntil))) {
    throw new CliError('item', `${name}: validUntil must be a date such as 2027-01-31.`, [
      'validUntil: must be a date',
    ]);
  }
  const input = await withHashes(resolveAddresses(fields, origin));
  const content = parse(contentSchema, input, 'record');
  const unknown = unknownPaths(input, content);
  if (unknown.length > 0) {
    const issues = unknown.map((path) => `${path}: is not a field of the record; check its spelling`);
    throw new CliError('item', `${name}: ${issues.join('; ')}`, issues);
  }
  return { name, content, validUntil };
}

function locate({ paths }: Project, item: string): { files: string[]; name: string } {
  const name = basename(item).replace(/\.ya?ml$/, '');
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)) {
    throw new CliError('item', `"${name}" cannot name an item: use letters, digits, hyphens, dots and underscores.`);
  }
  // A file is looked for from the project first, so that --project and items/x.yaml go together.
  return {
    name,
    files: /\.ya?ml$/.test(item) ? [resolve(paths.root, item), resolve(item)] : [join(paths.items, `${name}.yaml`)],
  };
}

function readFields(name: string, text: string): Record<string, unknown> {
  let input: unknown;
  try {
    input = parseYaml(text);
  } catch (error) {
    throw new CliError('item', `${name} is not YAML: ${(error as Error).message}`);
  }
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return { ...input };
  throw new CliError('item', `${name}: the file must hold fields such as "title: …".`);
}

/** True for a day that exists, such as `2027-01-31`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `canonicalUrl: /my-item` → an address on the publisher's origin. */
function resolveAddresses(value: unknown, origin: string, address = false): unknown {
  if (typeof value === 'string') return address && /^\/(?!\/)/.test(value) ? new URL(value, origin).href : value;
  if (Array.isArray(value)) return value.map((inner) => resolveAddresses(inner, origin, address));
  if (typeof value !== 'object' || value === null) return value;
  // Addresses by country, such as piUrl, are one level further down: what holds for the field holds for its countries.
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      resolveAddresses(inner, origin, ADDRESSES.has(key) || (address && /^[A-Z]{2}$/.test(key))),
    ]),
  );
}

/** Fills in the hash of each excerpt; one that is written down is left for the signing to check. */
async function withHashes(input: unknown): Promise<unknown> {
  const { excerpts } = input as { excerpts?: unknown };
  if (!Array.isArray(excerpts)) return input;
  const hashed = await Promise.all(
    excerpts.map(async (excerpt: unknown) => {
      if (typeof excerpt !== 'object' || excerpt === null) return excerpt;
      const { text } = excerpt as { text?: unknown };
      // The schema trims the text, so the hash is that of the trimmed text.
      return typeof text === 'string'
        ? { sha256: await sha256Text(text.trim()), ...excerpt, text: text.trim() }
        : excerpt;
    }),
  );
  return { ...(input as object), excerpts: hashed };
}
