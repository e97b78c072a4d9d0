import { COMMAND_LINE } from '../access/actor.js';
import { isDay } from '../day.js';
import { CollectorError } from '../errors.js';
import { plain } from '../report/text.js';
import type { AuditEntry } from '../store/audit.js';
import type { Store } from '../store/store.js';
import { textTable } from './text-table.js';
import type { Terminal } from './terminal.js';

export interface AuditOptions {
  readonly publisher?: string | undefined;
  readonly since?: string | undefined;
  readonly limit: string;
  readonly json?: boolean | undefined;
}

const PAGE = 500;

/** Who did what to this collector, the latest first. */
export async function showAudit(
  { publisher, since, limit, json }: AuditOptions,
  { store, terminal }: { readonly store: Pick<Store, 'audit' | 'accessKeys'>; readonly terminal: Terminal },
): Promise<void> {
  if (since !== undefined && !isDay(since)) throw new CollectorError('usage', '--since: give a day, as in 2026-11-22.');
  const most = /^\d{1,7}$/.test(limit) ? Number(limit) : 0;
  if (most < 1) throw new CollectorError('usage', '--limit: give a whole number from 1 on.');
  const entries = await read(store, publisher, since, most);
  const names = new Map((await store.accessKeys.list()).map(({ id, name }) => [id, name]));
  const nameOf = (actor: string) => (actor === COMMAND_LINE ? 'Command line' : (names.get(actor) ?? 'unknown key'));
  if (json)
    return terminal.out(
      JSON.stringify(
        entries.map((entry) => ({ ...entry, name: nameOf(entry.actor) })),
        null,
        2,
      ),
    );
  if (entries.length === 0) return terminal.out('Nothing has been done yet.');
  terminal.out(
    textTable(
      ['day', 'who', 'key', 'what', 'to', 'publisher'],
      entries.map(({ day, actor, action, subject, publisher: of }) => [
        day,
        plain(nameOf(actor)),
        actor === COMMAND_LINE ? '–' : actor,
        plain(action),
        plain(subject ?? '–'),
        of ?? 'all',
      ]),
    ),
  );
}

async function read({ audit }: Pick<Store, 'audit'>, publisher: string | undefined, since = '', most: number) {
  const entries: (AuditEntry & { readonly n: number })[] = [];
  let before: number | undefined;
  while (entries.length < most) {
    const page = await audit.list({ publisher, before, limit: Math.min(PAGE, most - entries.length) });
    const wanted = page.filter(({ day }) => day >= since);
    entries.push(...wanted);
    if (page.length === 0 || wanted.length < page.length) break;
    before = page.at(-1)?.n;
  }
  return entries;
}
