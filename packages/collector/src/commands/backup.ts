import { COMMAND_LINE } from '../access/actor.js';
import { dayOf } from '@pullquote/events';
import { CollectorError } from '../errors.js';
import { backUp } from '../operations/backup.js';
import type { FileFigures } from '../operations/file-figures.js';
import { restore } from '../operations/restore.js';
import { count } from '../report/dates.js';
import type { Store } from '../store/store.js';
import type { Terminal } from './terminal.js';

export interface FileContext {
  readonly dataFile: string;
  readonly clock: () => number;
  readonly terminal: Terminal;
  /** Runs something on the store, as every other command does, for the audit log. */
  readonly withStore: (work: (store: Store) => Promise<void>) => Promise<void>;
}

export async function backUpCommand(
  to: string,
  { force, keep, json }: { readonly force?: boolean; readonly keep?: string; readonly json?: boolean },
  { dataFile, clock, terminal }: Omit<FileContext, 'withStore'>,
): Promise<void> {
  const most = keep === undefined ? undefined : Number(keep);
  if (most !== undefined && !(Number.isInteger(most) && most >= 1))
    throw new CollectorError('usage', '--keep: give a whole number from 1 on.');
  const result = await backUp({ dataFile, to, force, keep: most, clock });
  if (json) return terminal.out(JSON.stringify(result, null, 2));
  terminal.out(`${result.file}  ${megabytes(result.bytes)}, ${held(result.figures)}`);
  terminal.out(
    'It was opened and checked, and every figure agrees with the store. Keep it as safe as the store itself.',
  );
  if (result.removed.length > 0) terminal.out(`Removed ${result.removed.length} older: ${result.removed.join(', ')}`);
}

export async function restoreCommand(
  backup: string,
  { force, json }: { readonly force?: boolean; readonly json?: boolean },
  { dataFile, clock, terminal, withStore }: FileContext,
): Promise<void> {
  const result = restore({ backup, dataFile, force, clock });
  await withStore((store) => store.audit.add({ day: dayOf(clock()), actor: COMMAND_LINE, action: 'restore' }));
  if (json) return terminal.out(JSON.stringify(result, null, 2));
  terminal.out(`${dataFile} is the backup now: ${held(result.figures)}.`);
  if (result.kept !== undefined) terminal.out(`The store that was there is kept as ${result.kept}.`);
  if (result.revokedAgain !== undefined && result.revokedAgain > 0)
    terminal.out(`${result.revokedAgain} of its keys had been revoked since then, and stay revoked.`);
  terminal.out(
    `What communities sent after the backup is not in it, and they do not send it again. Everyone has to sign in anew.${
      result.revokedAgain === undefined ? ' Keys that were revoked since then work again: look at keys list.' : ''
    }`,
  );
}

function held({ rows }: FileFigures): string {
  return `${counted(rows['events'], 'event')}, ${counted(rows['access_keys'], 'access key')}`;
}

function counted(n = 0, thing: string): string {
  return `${count(n)} ${thing}${n === 1 ? '' : 's'}`;
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
