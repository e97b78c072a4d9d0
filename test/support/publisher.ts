import {
  formatLink,
  generateKey,
  publicKey,
  sha256Text,
  signRecord,
  signStatusList,
  type CommunityFile,
  type ContentRecord,
  type ItemState,
  type PrivateKey,
  type SignedRecord,
} from '@pullquote/record';

/** A publisher with real keys, for tests that need real bytes. */
export interface TestPublisher {
  readonly origin: string;
  readonly recordKey: PrivateKey;
  readonly statusKey: PrivateKey;
  readonly statusUri: string;
  /** As a community lists it. */
  readonly listed: CommunityFile['publishers'][number];
  record(changes?: Partial<ContentRecord>): Promise<ContentRecord>;
  sign(
    changes?: Partial<ContentRecord>,
  ): Promise<SignedRecord & { readonly record: ContentRecord; readonly link: string }>;
  statusList(
    states?: Iterable<readonly [number, ItemState]>,
    seconds?: { iat?: number; exp?: number },
  ): Promise<string>;
}

export const now = () => Math.floor(Date.now() / 1000);

export async function createTestPublisher(
  origin = 'https://publisher.example',
  name = 'Parke-Davis / Pfizer',
): Promise<TestPublisher> {
  const [recordKey, statusKey] = await Promise.all([generateKey(), generateKey()]);
  const statusUri = `${origin}/.well-known/pullquote/status.jwt`;
  const publisher: TestPublisher = {
    origin,
    recordKey,
    statusKey,
    statusUri,
    listed: { origin, name, jwks: { keys: [publicKey(recordKey)] }, statusJwks: { keys: [publicKey(statusKey)] } },
    async record(changes = {}) {
      const text =
        'The risk of myopathy during treatment with statins is increased with concurrent administration of cyclosporine.';
      return {
        schema: 'pullquote/1',
        id: 'urn:pullquote:test:lipitor-interactions',
        version: 1,
        language: 'en',
        canonicalUrl: `${origin}/lipitor-interactions`,
        title: 'Atorvastatin: drug interactions at a glance',
        contentType: 'clinical-summary',
        promotionalStatus: 'promotional',
        labelStatus: 'within-label',
        audience: { roles: ['healthcare professionals'], countries: ['US'] },
        parties: [{ role: 'sponsor', name: 'Parke-Davis Div of Pfizer Inc' }],
        involvement: { en: 'Written and funded by Parke-Davis, a division of Pfizer Inc.' },
        products: [
          {
            brand: 'LIPITOR',
            generic: 'atorvastatin calcium',
            piUrl: { US: `${origin}/lipitor-pi` },
            safety: {
              US: 'Contraindicated in active liver disease. Serious side effects include myopathy and rhabdomyolysis.',
            },
          },
        ],
        aeReporting: {
          US: {
            text: 'To report side effects, contact FDA at 1-800-FDA-1088.',
            authorityUrl: 'https://www.fda.gov/medwatch',
          },
        },
        approvals: [{ country: 'US', scheme: 'FDA-2253', reference: 'LIP-2014-017', date: '2014-01-10' }],
        datePrepared: '2014-01-13',
        excerpts: [{ id: 'e1', text, citations: [1], sha256: await sha256Text(text) }],
        citations: [{ n: 1, text: 'LIPITOR prescribing information, section 7.' }],
        reuse: { requireVerifiedHcp: true, quote: 'approved-only', download: true, print: true, reshare: true },
        iss: origin,
        iat: now() - 60,
        exp: now() + 86_400 * 30,
        status: { uri: statusUri, idx: 7 },
        ...changes,
      };
    },
    async sign(changes = {}) {
      const record = await publisher.record(changes);
      const signed = await signRecord(record, recordKey);
      return {
        ...signed,
        record,
        link: formatLink({
          url: record.canonicalUrl,
          version: record.version,
          digest: signed.digest,
          excerpt: 'e1',
          depth: 1,
        }),
      };
    },
    statusList(states = [], { iat = now() - 30, exp = now() + 3600 } = {}) {
      return signStatusList({ uri: statusUri, iat, exp, states: new Map(states) }, statusKey);
    },
  };
  return publisher;
}
