import {
  generateKey,
  publicKey,
  sha256Text,
  signRecord,
  signStatusList,
  openStatusList,
  type ContentRecord,
  type Evidence,
  type ItemState,
  type KeySet,
  type PrivateKey,
} from '@pullquote/record';

/** 22 November 2026, noon: the tests' own clock. */
export const NOW = 1_795_348_800;
export const ORIGIN = 'https://publisher.example';
export const STATUS_URI = `${ORIGIN}/.well-known/pullquote/status.jwt`;

export const EXCERPT = 'Clarithromycin raised the AUC of atorvastatin 4.5-fold.';
export const BOXED = `WARNING: ${'this text is never shortened. '.repeat(60).trim()}`;
export const UK_AE =
  'Adverse events should be reported. Reporting forms and information can be found at https://yellowcard.mhra.gov.uk/. ' +
  'Adverse events should also be reported to Parke-Davis.';

/** Every field of the record, so that no field can be forgotten by a reader. */
export async function maximalRecord(change: Partial<ContentRecord> = {}): Promise<ContentRecord> {
  return {
    schema: 'pullquote/1',
    id: 'urn:uuid:2f6b3a0e-6d6c-4a69-9d3b-3f7f1a4f9a10',
    version: 2,
    language: 'en',
    translations: [{ lang: 'de', id: 'urn:uuid:0d9f1b34-8c2b-4b6e-8f58-b8c4c3f8a011', version: 1, kind: 'certified' }],
    canonicalUrl: `${ORIGIN}/atorvastatin-interactions`,
    title: 'Atorvastatin: drug interactions at a glance',
    summary: 'Which medicines change the exposure to atorvastatin, and what to do.',
    contentType: 'clinical-summary',
    durationS: 241,
    accessGate: 'hcp-login',
    promotionalStatus: 'promotional',
    labelStatus: 'unapproved-use',
    audience: {
      roles: ['healthcare professionals'],
      specialties: ['cardiology'],
      countries: ['GB', 'US'],
      excluded: ['members of the public'],
    },
    parties: [
      {
        role: 'sponsor',
        name: 'Parke-Davis',
        country: 'US',
        seat: 'New York',
        interests: 'Sells Lipitor',
        paid: false,
      },
      { role: 'mah', name: 'Parke-Davis' },
      { role: 'author', name: 'A. Writer', paid: true },
    ],
    involvement: { en: 'Written and funded by Parke-Davis.', de: 'Von Parke-Davis verfasst und bezahlt.' },
    products: [
      {
        brand: 'Lipitor',
        generic: 'atorvastatin calcium',
        strengthForm: '10 mg tablet',
        additionalMonitoring: { GB: true, US: false },
        legalClass: { GB: 'POM', US: 'Rx only' },
        piUrl: { GB: `${ORIGIN}/pi-gb`, US: `${ORIGIN}/pi-us` },
        piDate: '2014-01-13',
        boxedWarning: { US: BOXED },
        safety: { US: 'Myopathy and rhabdomyolysis have been reported.' },
        obligatory: { GB: 'Obligatory words for the UK.' },
      },
    ],
    aeReporting: {
      GB: {
        text: UK_AE,
        authorityUrl: 'https://yellowcard.mhra.gov.uk/',
        company: 'Parke-Davis',
        tel: '+44 20 7946 0000',
        email: 'safety@publisher.example',
      },
      US: { text: 'Report side effects to the FDA at 1-800-FDA-1088.' },
    },
    approvals: [
      {
        country: 'GB',
        scheme: 'ABPI-cert',
        reference: 'PD-2014-001',
        date: '2014-01-13',
        expires: '2016-01-13',
        steps: [{ function: 'medical', product: 'Lipitor', date: '2014-01-12' }],
      },
    ],
    datePrepared: '2014-01-13',
    lastRevised: '2014-02-01',
    reviewBy: '2015-01-13',
    citations: [
      {
        n: 1,
        text: 'Jacobson TA. Am J Cardiol 2004.',
        doi: '10.1016/j.amjcard.2004.07.080',
        pmid: '15518616',
        url: `${ORIGIN}/1`,
        peerReviewed: true,
      },
    ],
    excerpts: [
      {
        id: 'e1',
        text: EXCERPT,
        citations: [1],
        mustAccompany: 'Limit the dose to 20 mg.',
        sha256: await sha256Text(EXCERPT),
      },
    ],
    media: [
      {
        url: `${ORIGIN}/film.mp4`,
        mime: 'video/mp4',
        sha256: await sha256Text('film'),
        captions: [{ lang: 'en', url: `${ORIGIN}/film.vtt` }],
        chapters: [{ start: 0, title: 'Start' }],
      },
    ],
    reuse: {
      channels: { allow: ['discussion'], deny: ['open-social'] },
      requireVerifiedHcp: true,
      quote: 'approved-only',
      quoteMax: 400,
      download: true,
      print: true,
      reshare: true,
      maxDepth: 3,
      licence: 'CC BY 4.0',
      attribution: 'Parke-Davis',
    },
    supersedes: { id: 'urn:uuid:2f6b3a0e-6d6c-4a69-9d3b-3f7f1a4f9a10', version: 1 },
    iss: ORIGIN,
    iat: NOW - 86_400,
    exp: NOW + 86_400,
    status: { uri: STATUS_URI, idx: 7 },
    ...change,
  };
}

/** Only what the schema asks for. */
export async function minimalRecord(): Promise<ContentRecord> {
  const {
    schema,
    id,
    version,
    language,
    canonicalUrl,
    title,
    contentType,
    promotionalStatus,
    labelStatus,
    iss,
    iat,
    exp,
    status,
  } = await maximalRecord();
  return {
    ...{
      schema,
      id,
      version,
      language,
      canonicalUrl,
      title,
      contentType,
      promotionalStatus,
      labelStatus,
      iss,
      iat,
      exp,
      status,
    },
    audience: { roles: ['doctors'], countries: ['GB'] },
    parties: [{ role: 'publisher', name: 'Parke-Davis' }],
    involvement: { en: 'Written by Parke-Davis.' },
    reuse: { requireVerifiedHcp: false, quote: 'none', download: false, print: false, reshare: false },
  };
}

/** A publisher with its two separate keys. */
export interface Publisher {
  readonly recordKey: PrivateKey;
  readonly statusKey: PrivateKey;
  readonly jwks: KeySet;
  readonly statusJwks: KeySet;
}

export async function newPublisher(): Promise<Publisher> {
  const [recordKey, statusKey] = [await generateKey(), await generateKey()];
  return { recordKey, statusKey, jwks: { keys: [publicKey(recordKey)] }, statusJwks: { keys: [publicKey(statusKey)] } };
}

export function statusToken(publisher: Publisher, state: ItemState, times: { iat?: number; exp?: number } = {}) {
  const { iat = NOW - 60, exp = NOW + 3_600 } = times;
  return signStatusList({ uri: STATUS_URI, iat, exp, states: new Map([[7, state]]) }, publisher.statusKey);
}

/** Evidence for which `judge` says verified, to be worsened by each test. */
export async function goodEvidence(
  publisher: Publisher,
  change: { record?: Partial<ContentRecord>; state?: ItemState; times?: { iat?: number; exp?: number } } = {},
): Promise<Evidence> {
  const record = await maximalRecord(change.record);
  const { jws, digest } = await signRecord(record, publisher.recordKey);
  const token = await statusToken(publisher, change.state ?? 'live', change.times);
  return {
    publisher: { origin: ORIGIN, jwks: publisher.jwks },
    jws,
    expected: { url: record.canonicalUrl, version: record.version, digest },
    status: await openStatusList(token, publisher.statusJwks, STATUS_URI),
    withdrawn: false,
    now: NOW,
    country: 'GB',
    hcp: true,
  };
}

/** Changes one bit of one part (0 header, 1 payload, 2 signature) and writes the part canonically again. */
export function flipBit(jws: string, part: 0 | 1 | 2, bit: number): string {
  const parts = jws.split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  const at = bit % (bytes.length * 8);
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
}

/** The code of the error that `work` throws, or `nothing thrown`. */
export async function codeOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'nothing thrown';
}
