import { existsSync } from 'node:fs';
import { dayOf } from '@pullquote/events';
import { COMMAND_LINE } from '../access/actor.js';
import { CollectorError } from '../errors.js';
import { backUp, stamp } from '../operations/backup.js';
import { checkFile } from '../operations/check-file.js';
import { MIGRATIONS } from '../store/sqlite/migrations/index.js';
import { MIGRATION_WORDS } from '../store/sqlite/migrations/words.js';
import type { FileContext } from './backup.js';

/** Says what brings the store to this version, then does it. Opening the store is what takes the steps. */
export async function migrateCommand(
  { check, json }: { readonly check?: boolean; readonly json?: boolean },
  { dataFile, clock, terminal, withStore }: FileContext,
): Promise<void> {
  if (!existsSync(dataFile)) throw new CollectorError('store', `dataFile ${dataFile} does not exist: serve makes it.`);
  const { schema } = checkFile(dataFile);
  const newest = MIGRATIONS.length;
  const steps = MIGRATION_WORDS.slice(schema).map((what, i) => ({ version: schema + i + 1, what }));
  const words = steps.map(({ version, what }) => `  ${version}  ${what}`).join('\n');
  if (check && steps.length > 0)
    throw new CollectorError(
      'store',
      json
        ? JSON.stringify({ schema, newest, steps }, null, 2)
        : `${dataFile} has version ${schema} of ${newest}. To do:\n${words}`,
    );
  if (steps.length === 0)
    return terminal.out(
      json ? JSON.stringify({ schema, newest, steps }, null, 2) : `${dataFile} has version ${newest}: nothing to do.`,
    );

  const copy = await backUp({ dataFile, to: `${dataFile}.version-${schema}-${stamp(clock())}`, clock });
  if (!json) terminal.out(`${dataFile} has version ${schema} of ${newest}. It is kept as ${copy.file}. Now:\n${words}`);
  await withStore((store) =>
    store.audit.add({ day: dayOf(clock()), actor: COMMAND_LINE, action: 'migrate', subject: `${schema} to ${newest}` }),
  );
  checkFile(dataFile);
  terminal.out(json ? JSON.stringify({ schema, newest, steps, kept: copy.file }, null, 2) : 'Done, and checked.');
}
