import { encode, signRecord, signTombstone, type ContentRecord } from '@pullquote/record';
import type { CommunitySite } from './community-site.js';
import { createTestPublisher, now, type TestPublisher } from './publisher.js';

/** What a test holds of one signed item. */
export type Held = Awaited<ReturnType<TestPublisher['sign']>>;

/**
 * Changes what a community's server answers for an item that would otherwise stand, and nothing else: so every state is
 * reached from real bytes.
 */
export type Spoil = (site: CommunitySite, held: Held, publisher: TestPublisher) => Promise<void> | void;

const statusPath = ({ statusUri }: TestPublisher) => `/pq/status?uri=${encodeURIComponent(statusUri)}`;
const bytes = (value: unknown) => encode(new TextEncoder().encode(JSON.stringify(value)));

export const payloadChanged: Spoil = (site, { digest, jws, record }) => {
  const [header, , signature] = jws.split('.');
  site.hold(digest, `${header}.${bytes({ ...record, title: 'Something better' })}.${signature}`, record.canonicalUrl);
};

export const signedByAStranger: Spoil = async (site, { digest, record }) =>
  site.hold(digest, (await (await createTestPublisher()).sign()).jws, record.canonicalUrl);

export const signedWithTheStatusKey: Spoil = async (site, { digest, record }, { statusKey }) =>
  site.hold(digest, (await signRecord(record, statusKey)).jws, record.canonicalUrl);

export const algorithmNone: Spoil = (site, { digest, jws, record }, { recordKey }) => {
  const header = bytes({ alg: 'none', typ: 'pullquote-record+jwt', kid: recordKey.kid });
  site.hold(digest, `${header}.${jws.split('.')[1]}.`, record.canonicalUrl);
};

export const changedSinceShared: Spoil = async (site, { digest, record }, publisher) => {
  site.pages.delete(`/pq/records/${digest}`);
  const changed = await publisher.sign({ title: 'Another title, well signed' });
  site.hold(changed.digest, changed.jws, record.canonicalUrl);
};

export const statusUnreachable: Spoil = (site, _held, publisher) =>
  void site.pages.set(statusPath(publisher), { status: 503 });

export const statusLapsed: Spoil = async (site, _held, publisher) =>
  site.holdStatus(publisher.statusUri, await publisher.statusList([], { iat: now() - 7200, exp: now() - 3600 }));

export const statusOfAStranger: Spoil = async (site, _held, publisher) =>
  site.holdStatus(publisher.statusUri, await (await createTestPublisher()).statusList());

export const communityUnreachable: Spoil = (site) => void site.pages.set('/pq/community.json', { status: 503 });

export const recordUnreachable: Spoil = (site, { digest }) =>
  void site.pages.set(`/pq/records/${digest}`, { status: 502 });

export const listed =
  (state: 'withdrawn' | 'suspended' | 'superseded'): Spoil =>
  async (site, _held, publisher) =>
    site.holdStatus(publisher.statusUri, await publisher.statusList([[7, state]]));

export const withdrawnByALapsedList: Spoil = async (site, _held, publisher) =>
  site.holdStatus(
    publisher.statusUri,
    await publisher.statusList([[7, 'withdrawn']], { iat: now() - 7200, exp: now() - 3600 }),
  );

/** The publisher's tombstone, or one that somebody else signed. */
export const tombstone =
  (signer?: TestPublisher): Spoil =>
  async (site, { digest, record }, publisher) => {
    const stone = await signTombstone(
      {
        schema: 'pullquote-tombstone/1',
        iss: publisher.origin,
        id: record.id,
        version: 1,
        digest,
        canonicalUrl: record.canonicalUrl,
        title: record.title,
        reason: 'The interaction table held an error.',
        replacement: `${publisher.origin}/lipitor-interactions-2`,
        iat: now(),
      },
      (signer ?? publisher).recordKey,
    );
    site.pages.set(`/pq/records/${digest}`, { status: 410, type: 'application/jose', body: stone.jws });
  };

export const withdrawnOnTheCommunitysWord: Spoil = (site, { digest }) =>
  void site.pages.set(`/pq/records/${digest}`, {
    status: 410,
    type: 'application/problem+json',
    body: '{"code":"withdrawn"}',
  });

export const publisherNotListed: Spoil = (site) =>
  void site.pages.set('/pq/community.json', {
    type: 'application/json',
    body: JSON.stringify({ ...site.file, publishers: [] }),
  });

const none: Spoil = () => undefined;

/** All nine states of a card, some of them by more than one way. */
export const CARD_STATES: readonly {
  readonly state: string;
  readonly how: string;
  readonly spoil: Spoil;
  readonly record?: () => Partial<ContentRecord>;
}[] = [
  { state: 'verified', how: 'all checks passed', spoil: none },
  { state: 'unlisted', how: 'the publisher is not on the list', spoil: publisherNotListed },
  { state: 'altered', how: 'one byte of the payload changed', spoil: payloadChanged },
  { state: 'altered', how: 'signed with the status key', spoil: signedWithTheStatusKey },
  { state: 'altered', how: 'alg none', spoil: algorithmNone },
  { state: 'altered', how: 'changed since it was shared', spoil: changedSinceShared },
  { state: 'withdrawn', how: 'by the status list', spoil: listed('withdrawn') },
  { state: 'withdrawn', how: 'by the tombstone', spoil: tombstone() },
  { state: 'unchecked', how: 'the status list is unreachable', spoil: statusUnreachable },
  { state: 'unchecked', how: 'the status list has lapsed', spoil: statusLapsed },
  { state: 'unchecked', how: 'the record is unreachable', spoil: recordUnreachable },
  { state: 'unchecked', how: 'the community’s own file is unreachable', spoil: communityUnreachable },
  { state: 'suspended', how: 'by the status list', spoil: listed('suspended') },
  { state: 'expired', how: 'past its date', spoil: none, record: () => ({ exp: now() - 10 }) },
  { state: 'superseded', how: 'by the status list', spoil: listed('superseded') },
  {
    state: 'not-for-audience',
    how: 'made for another country',
    spoil: none,
    record: () => ({ audience: { roles: ['healthcare professionals'], countries: ['GB'] } }),
  },
];
