import type { Publisher } from '../config.js';
import { CollectorError } from '../errors.js';
import { plain } from '../report/text.js';
import { createKeys } from '../access/keys.js';
import { SCOPES } from '../access/scope.js';
import type { AccessKey } from '../store/access-keys.js';
import type { Store } from '../store/store.js';
import { choosePublisher } from './choose-publisher.js';
import { textTable } from './text-table.js';
import type { Terminal } from './terminal.js';

export interface KeysContext {
  readonly store: Pick<Store, 'accessKeys' | 'audit'>;
  readonly publishers: readonly Publisher[];
  readonly clock: () => number;
  readonly today: string;
  readonly terminal: Terminal;
}

export interface KeysAddOptions {
  readonly name: string;
  readonly scope: string;
  readonly publisher?: string | undefined;
  readonly expires?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Makes a key and shows it, once. */
export async function keysAdd(
  { name, scope: asked, publisher, expires, json }: KeysAddOptions,
  { store, publishers, clock, terminal }: KeysContext,
): Promise<void> {
  const scope = SCOPES.find((one) => one === asked);
  if (!scope) throw new CollectorError('usage', `--scope: must be ${SCOPES.join(' or ')}.`);
  const { origin } = choosePublisher(publisher, publishers);
  const { key, text } = await createKeys(store, clock).add({
    name,
    scope,
    publisher: origin,
    lastDay: expires,
  });
  if (json) return terminal.out(JSON.stringify({ ...key, key: text }, null, 2));
  terminal.out(`${text}

This is the whole key, shown this once and stored nowhere. Hand it over by a safe way.
Id       ${key.id}
Name     ${plain(key.name)}
Scope    ${scopeWords(key)}
Reads    ${origin}
Expires  ${key.lastDay === undefined ? 'never; revoke it when it is no longer needed' : `after ${key.lastDay}`}
Revoke   pullquote-collector keys revoke ${key.id}`);
}

export async function keysList(
  { json, all }: { readonly json?: boolean | undefined; readonly all?: boolean | undefined },
  { store, today, terminal }: KeysContext,
): Promise<void> {
  const keys = await store.accessKeys.list();
  const shown = keys.filter((key) => all === true || key.revokedDay === undefined);
  if (json) return terminal.out(JSON.stringify(shown, null, 2));
  if (shown.length === 0)
    return terminal.out(
      keys.length === 0
        ? 'There is no key yet: pullquote-collector keys add --name "Medical information"'
        : 'Every key is revoked. --all shows them.',
    );
  terminal.out(
    textTable(
      ['id', 'name', 'scope', 'reads', 'made', 'last used', 'state'],
      shown.map((key) => [
        key.id,
        plain(key.name),
        key.scope,
        key.publisher ?? 'nothing',
        key.createdDay,
        key.usedDay ?? 'never',
        stateOf(key, today),
      ]),
    ),
  );
}

export async function keysRevoke(
  id: string,
  { json }: { readonly json?: boolean | undefined },
  { store, clock, terminal }: KeysContext,
): Promise<void> {
  const key = await createKeys(store, clock).revoke(id);
  if (json) return terminal.out(JSON.stringify(key, null, 2));
  terminal.out(`${key.id} (${plain(key.name)}) is revoked. Whoever was signed in with it is signed out.`);
}

function scopeWords({ scope }: AccessKey): string {
  switch (scope) {
    case 'read':
      return 'read: reports, exports, the feed';
    case 'admin':
      return 'admin: also campaign windows, webhooks';
  }
}

function stateOf({ revokedDay, lastDay }: AccessKey, today: string): string {
  if (revokedDay !== undefined) return `revoked ${revokedDay}`;
  if (lastDay === undefined) return 'works';
  return lastDay < today ? `expired ${lastDay}` : `works until ${lastDay}`;
}
