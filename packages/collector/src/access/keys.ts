import { dayOf } from '@pullquote/events';
import { clean } from '@pullquote/record';
import { isDay } from '../day.js';
import { CollectorError } from '../errors.js';
import type { AccessKey, Scope } from '../store/access-keys.js';
import type { Store } from '../store/store.js';
import { COMMAND_LINE } from './actor.js';
import { idOfAccessKey, makeAccessKey } from './access-key.js';
import { hashSecret } from './secret.js';

export interface NewAccessKey {
  /** Origin of the one publisher that it reads. */
  readonly publisher: string;
  /** What people call it, such as the person or program that holds it. */
  readonly name: string;
  readonly scope: Scope;
  /** The last day on which it works; for good where there is none. */
  readonly lastDay?: string | undefined;
}

export type KeyRefusal = 'malformed' | 'unknown' | 'revoked' | 'expired';

export interface Keys {
  /** `text` is the whole key. It is shown once, and stored nowhere. @throws CollectorError `usage` */
  add(key: NewAccessKey): Promise<{ readonly key: AccessKey; readonly text: string }>;
  list(): Promise<AccessKey[]>;
  /** Ends its sessions as well. @throws CollectorError `usage` when there is no such key, or it was revoked before */
  revoke(id: string): Promise<AccessKey>;
  /** The key that this text is, if it may still be used. */
  check(text: string): Promise<AccessKey | { readonly refused: KeyRefusal; readonly expired?: string | undefined }>;
  /** Notes the day, so at most one write a day and key. */
  used(key: AccessKey): Promise<void>;
}

const LONGEST_NAME = 100;

export function createKeys(
  { accessKeys: store, audit }: Pick<Store, 'accessKeys' | 'audit'>,
  clock: () => number,
): Keys {
  const today = () => dayOf(clock());
  const note = (action: string, { id, publisher }: AccessKey) =>
    audit.add({ day: today(), actor: COMMAND_LINE, publisher, action, subject: id });
  return {
    async add({ publisher, name, scope, lastDay }) {
      const shown = clean(name);
      if (shown === '' || shown.length > LONGEST_NAME)
        throw new CollectorError('usage', `--name: say who holds the key, in 1 to ${LONGEST_NAME} characters.`);
      if (lastDay !== undefined && (!isDay(lastDay) || lastDay < today()))
        throw new CollectorError('usage', '--expires: give a day that is not over, as in 2027-06-30.');
      const { id, text } = makeAccessKey();
      const key: AccessKey = {
        id,
        name: shown,
        scope,
        publisher,
        createdDay: today(),
        ...(lastDay === undefined ? {} : { lastDay }),
      };
      await store.add(key, hashSecret(text));
      await note('key.add', key);
      return { key, text };
    },
    list: () => store.list(),
    async revoke(id) {
      const key = (await store.list()).find((one) => one.id === id);
      if (!key) throw new CollectorError('usage', `There is no key ${id}. pullquote-collector keys list shows them.`);
      if (!(await store.revoke(id, today())))
        throw new CollectorError('usage', `Key ${id} was revoked on ${key.revokedDay ?? 'an earlier day'} already.`);
      await note('key.revoke', key);
      return { ...key, revokedDay: today() };
    },
    async check(text) {
      if (idOfAccessKey(text) === undefined) return { refused: 'malformed' };
      const key = await store.byHash(hashSecret(text));
      return key ? (overBecause(key, today()) ?? key) : { refused: 'unknown' };
    },
    async used({ id, usedDay }) {
      if (usedDay !== today()) await store.used(id, today());
    },
  };
}

function overBecause({ revokedDay, lastDay }: AccessKey, today: string) {
  if (revokedDay !== undefined) return { refused: 'revoked' } as const;
  if (lastDay !== undefined && lastDay < today) return { refused: 'expired', expired: lastDay } as const;
  return undefined;
}
