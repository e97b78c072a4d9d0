import { sha256Text, type Content, type LintContext } from '@pullquote/record';

export const TODAY = '2026-11-22';

const EXCERPT = 'Clarithromycin raised the AUC of atorvastatin 4.5-fold.';
const COUNTRIES = ['GB', 'IE', 'DE', 'FR', 'IT', 'ES', 'US', 'CA', 'AU'];
const each = <T>(value: T): Record<string, T> => Object.fromEntries(COUNTRIES.map((country) => [country, value]));

/** A context that knows everything, so that no rule has to ask a person. */
export const CONTEXT: LintContext = {
  today: TODAY,
  share: 'proactive',
  reassessed: ['valproate'],
  linkTargets: new Map([['https://publisher.example/item', 'non-promotional']]),
};

/** A promotional item for every country that has rules, with nothing that any rule finds. */
export async function promotional(): Promise<Content> {
  return {
    schema: 'pullquote/1',
    id: 'urn:uuid:2f6b3a0e-6d6c-4a69-9d3b-3f7f1a4f9a10',
    version: 1,
    language: 'en',
    translations: [{ lang: 'de', id: 'urn:uuid:0d9f1b34-8c2b-4b6e-8f58-b8c4c3f8a011', version: 1, kind: 'certified' }],
    canonicalUrl: 'https://publisher.example/item',
    title: 'Lipitor (atorvastatin): drug interactions',
    contentType: 'clinical-summary',
    promotionalStatus: 'promotional',
    labelStatus: 'within-label',
    audience: { roles: ['healthcare professionals'], countries: COUNTRIES },
    parties: [
      { role: 'sponsor', name: 'Parke-Davis Ltd', seat: 'Berlin' },
      { role: 'reviewer', name: 'Acme Medical' },
      { role: 'author', name: 'Ann Writer', paid: true, interests: 'Paid by Parke-Davis for this text.' },
    ],
    involvement: {
      en: 'Written by Ann Writer, funded by Parke-Davis, reviewed by Acme Medical.',
      de: 'Von Ann Writer verfasst, von Parke-Davis bezahlt, von Acme Medical geprüft.',
    },
    products: [
      {
        brand: 'Lipitor',
        generic: 'atorvastatin calcium',
        additionalMonitoring: { GB: false },
        legalClass: each('prescription only'),
        piUrl: each('https://publisher.example/pi'),
        boxedWarning: { US: 'WARNING: this text stands whole.' },
        safety: each('Myopathy has been reported.'),
        obligatory: each('The obligatory words.'),
      },
    ],
    aeReporting: {
      GB: {
        text: 'Adverse events should be reported. Reporting forms and information can be found at https://yellowcard.mhra.gov.uk/. Adverse events should also be reported to Parke-Davis.',
      },
    },
    approvals: [
      { country: 'GB', scheme: 'ABPI-cert', reference: 'PD-1', date: '2026-01-13' },
      { country: 'FR', scheme: 'ANSM-PM', reference: '26/01/123456/PM/001', date: '2026-01-13' },
      { country: 'IT', scheme: 'AIFA', reference: 'IT-1', date: '2026-01-13' },
      { country: 'ES', scheme: 'ES', reference: 'ES-1', date: '2026-01-13' },
      { country: 'US', scheme: 'FDA-2253', reference: 'US-1', date: '2026-01-13' },
      { country: 'CA', scheme: 'PAAB', reference: 'CA-1', date: '2026-01-13' },
    ],
    datePrepared: '2026-01-13',
    reviewBy: '2027-01-13',
    citations: [
      { n: 1, text: 'Jacobson TA. Am J Cardiol 2004.', doi: '10.1016/j.amjcard.2004.07.080', peerReviewed: true },
    ],
    excerpts: [
      { id: 'e1', text: EXCERPT, citations: [1], mustAccompany: 'Limit the dose.', sha256: await sha256Text(EXCERPT) },
    ],
    reuse: { requireVerifiedHcp: true, quote: 'approved-only', download: true, print: true, reshare: true },
  };
}

/** A sponsored reprint, not promotional: the rules on reprints and on links have something to hold. */
export async function reprint(): Promise<Content> {
  return {
    ...(await promotional()),
    title: 'Atorvastatin in practice: a trial',
    contentType: 'journal-article',
    promotionalStatus: 'non-promotional',
  };
}

/** Independent education about a product that has a brand, and does not say the brand. */
export async function education(): Promise<Content> {
  return { ...(await reprint()), contentType: 'cme-module', promotionalStatus: 'independent-medical-education' };
}

/** A use that is not approved, told as science to US readers. */
export async function unapproved(): Promise<Content> {
  const content = await reprint();
  return {
    ...content,
    audience: { ...content.audience, countries: ['US'] },
    promotionalStatus: 'scientific-exchange',
    labelStatus: 'unapproved-use',
  };
}

/** A copy with one value changed, or taken out with `undefined`; `products.0.piUrl.GB` names the place. */
export function altered(content: Content, path: string, value: unknown): Content {
  const copy = structuredClone(content);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>(
    (here, key) => (here[key] ??= {}) as Record<string, unknown>,
    copy as never,
  );
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}
