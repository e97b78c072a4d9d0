import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  formatLink,
  generateKey,
  publicKey,
  sha256Text,
  signRecord,
  signStatusList,
  type CommunityFile,
  type ContentRecord,
} from '@pullquote/record';

const ITEM = 'https://publisher.example/atorvastatin-interactions';
const ORIGIN = new URL(ITEM).origin;
const STATUS = `${ORIGIN}/.well-known/pullquote/status.jwt`;
const YEAR_S = 365 * 86_400;

/** Path below the site → its bytes. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * What a community serves below `/pq/`, as files: our own built script, and one item that is signed when the site is built, with keys that
 * are then forgotten. The site is static, so its status list holds for a year, where a publisher's holds for a day.
 */
export async function sampleCommunity(now = Math.floor(Date.now() / 1000)): Promise<Files> {
  const [recordKey, statusKey, ownKey] = await Promise.all([generateKey(), generateKey(), generateKey()]);
  const community: CommunityFile = {
    schema: 'pullquote-community/1',
    id: 'https://forum.example',
    name: 'Grand Round',
    country: 'US',
    readers: 'verified-hcp',
    jwks: { keys: [publicKey(ownKey)] },
    count: 'none',
    publishers: [
      {
        origin: ORIGIN,
        name: 'Example Pharma',
        jwks: { keys: [publicKey(recordKey)] },
        statusJwks: { keys: [publicKey(statusKey)] },
      },
    ],
  };
  const item = await record(now);
  const { jws, digest } = await signRecord(item, recordKey);
  const link = formatLink({ url: ITEM, version: item.version, digest, excerpt: 'e1' });
  const status = { uri: STATUS, iat: now, exp: now + YEAR_S, states: new Map() };
  return new Map<string, string | Uint8Array>([
    ['pq/community.json', JSON.stringify(community)],
    ['pq/sample.json', JSON.stringify({ link })],
    ['pq/record', jws],
    [`pq/records/${digest}`, jws],
    ['pq/status', await signStatusList(status, statusKey)],
    ...(await script()),
  ]);
}

/** The built bundle. @throws Error when it is not built */
async function script(): Promise<[string, Uint8Array][]> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@pullquote/elements/bundle/pullquote.js')));
  const chunks = await readdir(join(folder, 'chunks')).catch(() => {
    throw new Error('The elements are not built. Run: npm run build');
  });
  const names = ['pullquote.js', ...chunks.filter((name) => name.endsWith('.js')).map((name) => `chunks/${name}`)];
  return Promise.all(names.map(async (name) => [`pq/${name}`, await readFile(join(folder, name))] as const)).then(
    (all) => all.map(([name, bytes]) => [name, new Uint8Array(bytes)]),
  );
}

/** Of an invented company and brand, with everything that a promotional item must show. */
async function record(now: number): Promise<ContentRecord> {
  const text = 'Patients taking digoxin should be monitored appropriately.';
  return {
    schema: 'pullquote/1',
    id: 'urn:example:atorvastatin-interactions',
    version: 1,
    language: 'en',
    canonicalUrl: ITEM,
    title: 'Atorvastatin: drug interactions at a glance',
    contentType: 'clinical-summary',
    promotionalStatus: 'promotional',
    labelStatus: 'within-label',
    audience: { roles: ['healthcare professionals'], countries: ['US'] },
    parties: [{ role: 'sponsor', name: 'Example Pharma' }],
    involvement: { en: 'Written and funded by Example Pharma.' },
    products: [
      {
        brand: 'EXEMPLAR',
        generic: 'atorvastatin calcium',
        piUrl: { US: `${ORIGIN}/prescribing-information` },
        safety: {
          US: 'Contraindicated in active liver disease. Serious side effects include myopathy and rhabdomyolysis.',
        },
      },
    ],
    aeReporting: {
      US: {
        text: 'To report suspected adverse reactions, contact FDA at 1-800-FDA-1088.',
        authorityUrl: 'https://www.fda.gov/medwatch',
      },
    },
    datePrepared: '2026-11-02',
    excerpts: [{ id: 'e1', text, citations: [1], sha256: await sha256Text(text) }],
    citations: [{ n: 1, text: 'EXEMPLAR prescribing information, section 7.' }],
    reuse: { requireVerifiedHcp: true, quote: 'approved-only', download: true, print: true, reshare: true },
    iss: ORIGIN,
    iat: now,
    exp: now + YEAR_S,
    status: { uri: STATUS, idx: 7 },
  };
}
