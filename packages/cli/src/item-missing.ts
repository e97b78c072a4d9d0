import { CliError } from './errors.js';

/**
 * Refuses an item whose draft still lists what its source did not state.
 * @throws CliError `missing`, with one issue per entry
 */
export function checkMissing(name: string, missing: unknown, fields: Record<string, unknown>): void {
  if (missing === undefined || missing === null) return;
  if (!Array.isArray(missing))
    throw new CliError('item', `${name}: missing must be a list. Delete it once all is filled in.`);
  if (missing.length === 0) return;
  const issues = missing.map((entry: unknown) => {
    const { path, why } = (typeof entry === 'object' ? (entry ?? {}) : { path: entry }) as {
      path?: unknown;
      why?: unknown;
    };
    const filled = typeof path === 'string' && path !== 'parties' && valueAt(fields, path) !== undefined;
    return `${String(path)}: ${filled ? 'has a value now; delete its entry under missing' : String(why ?? 'is needed')}`;
  });
  throw new CliError(
    'missing',
    `${name} cannot be signed yet: ${issues.length} ${issues.length === 1 ? 'entry stands' : 'entries stand'} under missing. Fill each field in and delete its entry.`,
    issues,
  );
}

function valueAt(fields: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (here, key) =>
        typeof here === 'object' && here !== null && Object.hasOwn(here, key)
          ? (here as Record<string, unknown>)[key]
          : undefined,
      fields,
    );
}
