import { generateKey, publicKey } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { COMMUNITY, OTHER_COMMUNITY, OTHER_PUBLISHER, PUBLISHER } from '../setup.js';
import { add, newStore, post } from './setup.js';

const DAY = '2026-11-22';

describe('communities', () => {
  it('change only where their keys are those that the caller has seen', async () => {
    const store = await newStore();
    const [first, second] = [publicKey(await generateKey()), publicKey(await generateKey())];
    const file = { id: COMMUNITY, name: 'Grand Round', country: 'US', since: DAY };
    const keys = [{ key: first, thumbprint: first.kid }];
    expect(await store.communities.save({ ...file, keys }, [])).toBe('saved');
    expect(await store.communities.save({ ...file, name: 'Other', keys }, [])).toBe('changed');
    expect(await store.communities.save({ ...file, id: OTHER_COMMUNITY, keys }, [])).toBe('kid-taken');
    expect(await store.communities.list()).toEqual([{ ...file, keys: [{ kid: first.kid, thumbprint: first.kid }] }]);
    const next = { ...file, since: '2027-01-01', funding: 'Members.', keys: [{ key: second, thumbprint: second.kid }] };
    expect(await store.communities.save(next, [first.kid])).toBe('saved');
    expect(await store.communities.list()).toMatchObject([{ since: DAY, funding: 'Members.' }]);
    expect(await store.communities.byKey(first.kid)).toBeUndefined();
    expect(await store.communities.byKey(second.kid)).toEqual({ id: COMMUNITY, jwks: { keys: [second] } });
  });
});

describe('access keys', () => {
  it('are found by their hash, used by the day, and revoked once, with their sessions', async () => {
    const store = await newStore();
    const key = { id: 'k1', name: 'Medical', scope: 'read' as const, publisher: PUBLISHER, createdDay: DAY };
    const operator = { id: 'k2', name: 'Operator', scope: 'admin' as const, createdDay: DAY, lastDay: '2027-01-01' };
    await store.accessKeys.add(key, 'hash-1');
    await store.accessKeys.add(operator, 'hash-2');
    expect(await store.accessKeys.byHash('hash-1')).toEqual(key);
    expect(await store.accessKeys.byHash('hash-3')).toBeUndefined();
    await store.accessKeys.used('k1', DAY);
    expect(await store.accessKeys.list()).toEqual([{ ...key, usedDay: DAY }, operator]);

    await store.sessions.add('session-1', { key: 'k1', lastDay: DAY });
    await store.sessions.add('session-2', { key: 'k2', lastDay: DAY });
    expect(await store.sessions.byHash('session-1')).toEqual({ key: 'k1', lastDay: DAY });
    expect(await store.accessKeys.revoke('k1', DAY)).toBe(true);
    expect(await store.accessKeys.revoke('k1', DAY)).toBe(false);
    expect(await store.accessKeys.byHash('hash-1')).toMatchObject({ revokedDay: DAY });
    expect(await store.sessions.byHash('session-1')).toBeUndefined();
    await store.sessions.removeBefore(DAY);
    expect(await store.sessions.byHash('session-2')).toBeDefined();
    await store.sessions.removeBefore('2026-11-23');
    expect(await store.sessions.byHash('session-2')).toBeUndefined();
  });

  it('never share a hash', async () => {
    const store = await newStore();
    const key = { id: 'k1', name: 'A', scope: 'read' as const, createdDay: DAY };
    await store.accessKeys.add(key, 'hash');
    await expect(store.accessKeys.add({ ...key, id: 'k2' }, 'hash')).rejects.toMatchObject({ code: 'store' });
    expect(await store.accessKeys.list()).toEqual([key]);
  });
});

describe('the audit', () => {
  it('is read backwards, and by its publisher alone', async () => {
    const store = await newStore();
    const entry = { day: DAY, actor: 'k1', action: 'campaign.save' };
    for (const subject of ['a', 'b', 'c']) await store.audit.add({ ...entry, publisher: PUBLISHER, subject });
    await store.audit.add({ ...entry, actor: 'command-line' });
    expect(await store.audit.list({ limit: 2 })).toEqual([
      { n: 4, ...entry, actor: 'command-line' },
      { n: 3, ...entry, publisher: PUBLISHER, subject: 'c' },
    ]);
    const rest = await store.audit.list({ publisher: PUBLISHER, before: 3, limit: 10 });
    expect(rest.map(({ subject }) => subject)).toEqual(['b', 'a']);
    expect(await store.audit.list({ publisher: OTHER_PUBLISHER, limit: 10 })).toEqual([]);
  });
});

describe('campaigns', () => {
  it('are each publisher’s own', async () => {
    const store = await newStore();
    const campaign = {
      id: 'c1',
      name: 'ESC',
      kind: 'congress' as const,
      firstDay: '2026-08-28',
      lastDay: '2026-08-31',
    };
    await store.campaigns.save(PUBLISHER, campaign);
    await store.campaigns.save(PUBLISHER, { ...campaign, name: 'ESC Congress', item: 'urn:x:y' });
    await store.campaigns.save(OTHER_PUBLISHER, campaign);
    expect(await store.campaigns.list(PUBLISHER)).toEqual([{ ...campaign, name: 'ESC Congress', item: 'urn:x:y' }]);
    expect(await store.campaigns.remove(PUBLISHER, 'c1')).toBe(true);
    expect(await store.campaigns.remove(PUBLISHER, 'c1')).toBe(false);
    expect(await store.campaigns.list(OTHER_PUBLISHER)).toEqual([campaign]);
  });
});

describe('webhooks', () => {
  const hook = {
    ...{ id: 'w1', publisher: PUBLISHER, url: 'https://crm.example/in', secret: 'whsec_x', createdDay: DAY },
    ...{ state: 'active' as const, cursor: '0' },
  };
  const delivery = {
    ...{ id: 'm1', webhook: 'w1', after: '0', until: '2', events: 2, state: 'waiting' as const },
    ...{ attempts: 0, nextAt: 0, day: DAY },
  };

  it('move on with what they put into a delivery, both or neither', async () => {
    const store = await newStore();
    await add(store, [post(), post()]);
    await store.webhooks.save(hook);
    await store.webhooks.enqueue(delivery);
    expect(await store.webhooks.list()).toEqual([{ ...hook, cursor: '2' }]);
    await expect(store.webhooks.enqueue({ ...delivery, until: '9' })).rejects.toMatchObject({ code: 'store' });
    expect(await store.webhooks.list(PUBLISHER)).toEqual([{ ...hook, cursor: '2' }]);

    const dead = { ...delivery, state: 'dead' as const, attempts: 9, nextAt: 1, reason: 'It answered 500.' };
    await store.webhooks.update(dead);
    expect(await store.webhooks.deliveries({ publisher: PUBLISHER, state: 'dead', limit: 10 })).toEqual([dead]);
    expect(await store.webhooks.deliveries({ publisher: OTHER_PUBLISHER, limit: 10 })).toEqual([]);
    expect(await store.webhooks.deliveries({ state: 'waiting', limit: 10 })).toEqual([]);
    await store.webhooks.delivered('m1');
    expect(await store.webhooks.deliveries({ limit: 10 })).toEqual([]);
  });

  it('are nobody else’s to change or remove', async () => {
    const store = await newStore();
    await store.webhooks.save(hook);
    await store.webhooks.enqueue(delivery);
    await store.webhooks.save({ ...hook, publisher: OTHER_PUBLISHER, url: 'https://thief.example' });
    expect(await store.webhooks.remove(OTHER_PUBLISHER, 'w1')).toBe(false);
    expect(await store.webhooks.list()).toMatchObject([{ publisher: PUBLISHER, url: hook.url }]);
    expect(await store.webhooks.remove(PUBLISHER, 'w1')).toBe(true);
    expect(await store.webhooks.deliveries({ limit: 10 })).toEqual([]);
  });
});
