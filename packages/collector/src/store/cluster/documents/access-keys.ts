import { CollectorError } from '../../../errors.js';
import type { AccessKey, AccessKeys, Session, Sessions } from '../../access-keys.js';
import { encodeToken } from '../names.js';
import type { Documents } from './documents.js';

const keyOf = (id: string) => `access.${encodeToken(id)}`;
const hashOf = (hash: string) => `access-hash.${encodeToken(hash)}`;
const sessionOf = (hash: string) => `session.${encodeToken(hash)}`;

export function accessKeysOf(documents: Documents): AccessKeys {
  return {
    async add(key, hash) {
      const taken = () =>
        new CollectorError('store', `access keys: ${key.id} or its hash is there already. Make another key.`);
      if (!(await documents.create(hashOf(hash), { id: key.id }))) throw taken();
      if (await documents.create(keyOf(key.id), withoutNothing(key))) return;
      await documents.remove(hashOf(hash));
      throw taken();
    },
    async byHash(hash) {
      const found = await documents.get<{ id: string }>(hashOf(hash));
      return found && documents.get<AccessKey>(keyOf(found.id));
    },
    list: async () =>
      (await documents.list<AccessKey>('access.*'))
        .map(({ document }) => document)
        .sort((a, b) => (`${a.createdDay} ${a.id}` < `${b.createdDay} ${b.id}` ? -1 : 1)),
    async revoke(id, day) {
      const revoked = await documents.change<AccessKey, boolean>(keyOf(id), (key) =>
        key === undefined || key.revokedDay !== undefined
          ? { result: false }
          : { after: { ...key, revokedDay: day }, result: true },
      );
      for (const { key, document } of await documents.list<Session>('session.*'))
        if (document.key === id) await documents.remove(key);
      return revoked;
    },
    used: (id, day) =>
      documents.change<AccessKey, undefined>(keyOf(id), (key) =>
        key === undefined || key.usedDay === day
          ? { result: undefined }
          : { after: { ...key, usedDay: day }, result: undefined },
      ),
  };
}

export function sessionsOf(documents: Documents): Sessions {
  return {
    async add(hash, { key, lastDay }) {
      if (!(await documents.create(sessionOf(hash), { key, lastDay })))
        throw new CollectorError('store', 'sessions: this one is there already.');
    },
    byHash: (hash) => documents.get<Session>(sessionOf(hash)),
    remove: async (hash) => void (await documents.remove(sessionOf(hash))),
    async removeBefore(day) {
      for (const { key, document } of await documents.list<Session>('session.*'))
        if (document.lastDay < day) await documents.remove(key);
    },
  };
}

function withoutNothing<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
