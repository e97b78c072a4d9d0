import {
  labelModel,
  parseRecord,
  sha256Text,
  type ContentRecord,
  type ItemLink,
  type PromotionalStatus,
} from '@pullquote/record';
import { maximalRecord } from '../fixtures.js';
import type { Item } from './forms.js';
import type { Country } from './table.js';

const ORIGIN = 'https://publisher.example';
const EXCERPT = 'Strong inhibitors raised the AUC of genericine 4.5-fold [1, 95% CI 3.9–5.2].';

const PRODUCT: NonNullable<ContentRecord['products']>[number] = {
  brand: 'Brandex',
  generic: 'genericine',
  strengthForm: '10 mg tablet',
  additionalMonitoring: { GB: true, DE: true, FR: true, IT: true, ES: true, US: false, CA: false, AU: true },
  legalClass: {
    GB: 'POM',
    DE: 'Verschreibungspflichtig',
    FR: 'Liste I',
    IT: 'RR',
    ES: 'Con receta médica',
    US: 'Rx only',
    CA: 'Schedule Pr',
    AU: 'S4',
  },
  piUrl: Object.fromEntries(
    ['GB', 'DE', 'FR', 'IT', 'ES', 'US', 'CA', 'AU'].map((country) => [
      country,
      `${ORIGIN}/pi/${country.toLowerCase()}`,
    ]),
  ),
  piDate: '2025-12-31',
  boxedWarning: {
    US:
      'WARNING: RHABDOMYOLYSIS AND EMBRYO-FETAL TOXICITY. Genericine can cause rhabdomyolysis with acute renal failure ' +
      '[see Warnings and Precautions (5.1)].\n* Exclude pregnancy before starting, and\n1. monthly,\n2. at the end of ' +
      'treatment [see Use in Specific Populations (8.1)].\nAvailable only through a restricted program.',
  },
  safety: {
    US: 'Most common adverse reactions (≥ 2%): nasopharyngitis & arthralgia.',
    CA: 'Contraindicated in active liver disease. Monitor CK.',
  },
  obligatory: {
    GB: 'Cost of 28 tablets: £13.00. PL 12345/0001.',
    DE:
      'Zusammensetzung: 10 mg Genericin. Anwendungsgebiete: Hypercholesterinämie. Gegenanzeigen: aktive Lebererkrankung. ' +
      'Nebenwirkungen: Myalgie. Warnhinweise: enthält Lactose. Example Pharma GmbH, Berlin.',
    FR: 'Mentions de l’article R.5122-8. Remboursé à 65 %.',
    IT: 'Classe A. Prezzo al pubblico € 9,80. RCP allegato.',
    ES: 'Ficha técnica. PVP IVA 12,49 €. Financiado por el SNS.',
    US: 'Genericine is made for Example Pharma, Inc. US-2026-01.',
    CA: 'Consult the product monograph for conditions of clinical use.',
    AU: 'PBS: Restricted benefit. Minimum Product Information: CI: liver disease.',
  },
};

const AE: NonNullable<ContentRecord['aeReporting']> = {
  GB: {
    text:
      'Adverse events should be reported. Reporting forms and information can be found at https://yellowcard.mhra.gov.uk/. ' +
      'Adverse events should also be reported to Example Pharma.',
    authorityUrl: 'https://yellowcard.mhra.gov.uk/',
    company: 'Example Pharma',
    tel: '+44 20 7946 0000',
    email: 'safety@publisher.example',
  },
  DE: { text: 'Verdachtsfälle von Nebenwirkungen bitte dem BfArM melden.', authorityUrl: 'https://www.bfarm.de/' },
  FR: {
    text: 'Déclarez tout effet indésirable suspecté.',
    authorityUrl: 'https://signalement.social-sante.gouv.fr/',
  },
  IT: { text: 'Segnalare le sospette reazioni avverse.', authorityUrl: 'https://www.aifa.gov.it/' },
  ES: { text: 'Notifique las sospechas de reacciones adversas.', authorityUrl: 'https://www.notificaram.es/' },
  US: { text: 'Report side effects to the FDA.', authorityUrl: 'https://www.fda.gov/medwatch' },
  CA: { text: 'Report to Canada Vigilance.', authorityUrl: 'https://www.canada.ca/medeffect' },
  AU: { text: 'Report to the TGA.', authorityUrl: 'https://www.tga.gov.au/reporting-problems' },
};

const date = '2026-01-12';
const APPROVALS: NonNullable<ContentRecord['approvals']> = [
  { country: 'GB', scheme: 'ABPI-cert', reference: 'GB-2026-001', date },
  { country: 'DE', scheme: 'internal-MLR', reference: 'DE-2026-002', date },
  { country: 'FR', scheme: 'ANSM-PM', reference: '26/01/12345678/PM/001', date },
  { country: 'IT', scheme: 'AIFA', reference: 'Deposito AIFA 12/01/2026', date },
  { country: 'ES', scheme: 'ES', reference: 'Soporte válido S-2026-003', date },
  { country: 'US', scheme: 'FDA-2253', reference: 'FDA-2253-2026-004', date },
  { country: 'CA', scheme: 'PAAB', reference: 'PAAB-2026-005', date },
  { country: 'AU', scheme: 'internal-MLR', reference: 'AU-2026-006', date },
];

const INDEPENDENT: Partial<ContentRecord> = {
  parties: [
    { role: 'publisher', name: 'Heart Society' },
    { role: 'funder', name: 'Example Pharma' },
    { role: 'author', name: 'A. Writer' },
  ],
  involvement: { en: 'Written by Heart Society. Funded by Example Pharma, which saw no draft.' },
};
const LABEL_STATUS: Partial<Record<PromotionalStatus, ContentRecord['labelStatus']>> = {
  'scientific-exchange': 'unapproved-use',
  'medical-information-response': 'unlicensed',
};
const WITHOUT_PRODUCT: readonly PromotionalStatus[] = [
  'non-promotional',
  'company-medical-education',
  'independent-medical-education',
];

/** One item of each status for the readers of one country: the record says all that eight countries ask for. */
export async function itemFor(status: PromotionalStatus, country: Country): Promise<Item> {
  const named = !WITHOUT_PRODUCT.includes(status);
  const record = parseRecord(
    await maximalRecord({
      canonicalUrl: `${ORIGIN}/genericine`,
      title: 'Genericine: what changes its exposure',
      contentType: 'clinical-summary',
      promotionalStatus: status,
      labelStatus: LABEL_STATUS[status] ?? (named ? 'within-label' : 'no-product'),
      audience: {
        roles: ['healthcare professionals'],
        specialties: ['cardiology'],
        countries: [country],
        excluded: ['members of the public'],
      },
      parties: [
        { role: 'sponsor', name: 'Example Pharma' },
        { role: 'mah', name: 'Example Pharma' },
      ],
      involvement: { en: 'Written and funded by Example Pharma.' },
      products: named ? [PRODUCT] : [],
      aeReporting: AE,
      approvals: APPROVALS,
      datePrepared: '2026-01-13',
      lastRevised: '2026-02-01',
      citations: [
        { n: 1, text: 'Doe J, Roe R. J Clin Pharmacol 2024;64:101–9. doi:10.1000/jcp.1', doi: '10.1000/jcp.1' },
      ],
      excerpts: [
        {
          id: 'e1',
          text: EXCERPT,
          citations: [1],
          mustAccompany: 'Limit the dose to 20 mg with strong inhibitors.',
          sha256: await sha256Text(EXCERPT),
        },
      ],
      ...(status === 'independent-medical-education' ? INDEPENDENT : {}),
    }),
  );
  const context = { state: 'as-stated', country, excerpt: 'e1' } as const;
  const link: ItemLink = {
    url: record.canonicalUrl,
    version: record.version,
    digest: 'AAECAwQFBgcICQoLDA0ODw',
    excerpt: 'e1',
    depth: 1,
  };
  return { record, context, label: labelModel(record, context), link };
}
