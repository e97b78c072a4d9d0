import type { LabelField, PromotionalStatus } from '@pullquote/record';

/**
 * What must be readable wherever an item ends up: written by hand from the law and the codes (not made by any renderer), for
 * the item of `item.ts`.
 */
export interface Expected {
  readonly field: LabelField | 'state';
  readonly text: string;
}
export const COUNTRIES = ['GB', 'DE', 'FR', 'IT', 'ES', 'US', 'CA', 'AU'] as const;
export type Country = (typeof COUNTRIES)[number];

/** Whatever the status and the country. */
export const ALWAYS: readonly Expected[] = [
  { field: 'state', text: 'Source as stated when posted:' },
  { field: 'contentType', text: 'Clinical summary' },
  { field: 'title', text: 'Genericine: what changes its exposure' },
  { field: 'excerpt', text: '“Strong inhibitors raised the AUC of genericine 4.5-fold [1, 95% CI 3.9–5.2].”' },
  { field: 'mustAccompany', text: 'Limit the dose to 20 mg with strong inhibitors.' },
  { field: 'citation', text: 'Reference 1: Doe J, Roe R. J Clin Pharmacol 2024;64:101–9. doi:10.1000/jcp.1' },
  { field: 'datePrepared', text: 'Prepared: 13 Jan 2026' },
  { field: 'lastRevised', text: 'Last revised: 1 Feb 2026' },
  { field: 'canonicalUrl', text: 'Check it at the source: https://publisher.example/genericine' },
];

interface OfStatus {
  readonly words: string;
  readonly company: string;
  readonly involvement: string;
  readonly labelStatus?: string;
  /** Does it name a product, with all that goes with one? */
  readonly product: boolean;
}
const PHARMA = {
  company: 'Example Pharma (sponsor, marketing authorisation holder)',
  involvement: 'Company involvement: Written and funded by Example Pharma.',
};
export const BY_STATUS: Readonly<Record<PromotionalStatus, OfStatus>> = {
  promotional: { ...PHARMA, words: 'Promotional', product: true },
  'non-promotional': { ...PHARMA, words: 'Non-promotional', product: false },
  'company-medical-education': { ...PHARMA, words: 'Company medical education', product: false },
  'independent-medical-education': {
    words: 'Independent medical education',
    company: 'Heart Society (publisher); Example Pharma (funder)',
    involvement: 'Company involvement: Written by Heart Society. Funded by Example Pharma, which saw no draft.',
    product: false,
  },
  'scientific-exchange': {
    ...PHARMA,
    words: 'Scientific exchange',
    labelStatus: 'Describes a use that is not approved',
    product: true,
  },
  'risk-minimisation': { ...PHARMA, words: 'Risk minimisation', product: true },
  'medical-information-response': {
    ...PHARMA,
    words: 'Medical information response',
    labelStatus: 'Describes an unlicensed product',
    product: true,
  },
};

const MONITORED = 'Brandex (genericine), 10 mg tablet ▼ additional monitoring';
const NOT_MONITORED = 'Brandex (genericine), 10 mg tablet';
const BOXED =
  'WARNING: RHABDOMYOLYSIS AND EMBRYO-FETAL TOXICITY. Genericine can cause rhabdomyolysis with acute renal failure [see ' +
  'Warnings and Precautions (5.1)]. * Exclude pregnancy before starting, and 1. monthly, 2. at the end of treatment [see ' +
  'Use in Specific Populations (8.1)]. Available only through a restricted program.';
const ISI_US = 'Most common adverse reactions (≥ 2%): nasopharyngitis & arthralgia.';
const ISI_CA = 'Contraindicated in active liver disease. Monitor CK.';
/** Where the record has no warning for the reader's country, it shows those that it has, and says whose they are. */
const FOREIGN_WARNINGS: readonly Expected[] = [
  { field: 'boxedWarning', text: `Boxed warning (US): ${BOXED}` },
  { field: 'safety', text: `Important safety information (US): ${ISI_US}` },
  { field: 'safety', text: `Important safety information (CA): ${ISI_CA}` },
];
const DATED: Expected = { field: 'piDate', text: 'Prescribing information dated: 31 Dec 2025' };

interface OfCountry {
  /** For all readers there. */
  readonly always: readonly Expected[];
  /** Where a product is named. */
  readonly product: readonly Expected[];
}
export const BY_COUNTRY: Readonly<Record<Country, OfCountry>> = {
  GB: {
    always: [
      { field: 'audience', text: 'For UK healthcare professionals (cardiology), not for members of the public' },
      {
        field: 'aeReporting',
        text:
          'Report an adverse event: Adverse events should be reported. Reporting forms and information can be found at ' +
          'https://yellowcard.mhra.gov.uk/. Adverse events should also be reported to Example Pharma. ' +
          '(Example Pharma, +44 20 7946 0000, safety@publisher.example) https://yellowcard.mhra.gov.uk/',
      },
      { field: 'approval', text: 'Approval: GB-2026-001 (ABPI-cert)' },
    ],
    product: [
      { field: 'product', text: MONITORED },
      { field: 'obligatory', text: 'Obligatory information: Cost of 28 tablets: £13.00. PL 12345/0001.' },
      { field: 'legalClass', text: 'Legal class: POM' },
      { field: 'prescribingInformation', text: 'Prescribing information: https://publisher.example/pi/gb' },
      ...FOREIGN_WARNINGS,
      DATED,
    ],
  },
  DE: {
    always: [
      { field: 'audience', text: 'For DE healthcare professionals (cardiology), not for members of the public' },
      {
        field: 'aeReporting',
        text: 'Report an adverse event: Verdachtsfälle von Nebenwirkungen bitte dem BfArM melden. https://www.bfarm.de/',
      },
      { field: 'approval', text: 'Approval: DE-2026-002 (internal-MLR)' },
    ],
    product: [
      { field: 'product', text: MONITORED },
      {
        field: 'obligatory',
        text:
          'Obligatory information: Zusammensetzung: 10 mg Genericin. Anwendungsgebiete: Hypercholesterinämie. Gegenanzeigen: ' +
          'aktive Lebererkrankung. Nebenwirkungen: Myalgie. Warnhinweise: enthält Lactose. Example Pharma GmbH, Berlin.',
      },
      { field: 'legalClass', text: 'Legal class: Verschreibungspflichtig' },
      { field: 'prescribingInformation', text: 'Prescribing information: https://publisher.example/pi/de' },
      ...FOREIGN_WARNINGS,
      DATED,
    ],
  },
  FR: {
    always: [
      { field: 'audience', text: 'For FR healthcare professionals (cardiology), not for members of the public' },
      {
        field: 'aeReporting',
        text: 'Report an adverse event: Déclarez tout effet indésirable suspecté. https://signalement.social-sante.gouv.fr/',
      },
      { field: 'approval', text: 'Approval: 26/01/12345678/PM/001 (ANSM-PM)' },
    ],
    product: [
      { field: 'product', text: MONITORED },
      { field: 'obligatory', text: 'Obligatory information: Mentions de l’article R.5122-8. Remboursé à 65 %.' },
      { field: 'legalClass', text: 'Legal class: Liste I' },
      { field: 'prescribingInformation', text: 'Prescribing information: https://publisher.example/pi/fr' },
      ...FOREIGN_WARNINGS,
      DATED,
    ],
  },
  IT: {
    always: [
      { field: 'audience', text: 'For IT healthcare professionals (cardiology), not for members of the public' },
      {
        field: 'aeReporting',
        text: 'Report an adverse event: Segnalare le sospette reazioni avverse. https://www.aifa.gov.it/',
      },
      { field: 'approval', text: 'Approval: Deposito AIFA 12/01/2026 (AIFA)' },
    ],
    product: [
      { field: 'product', text: MONITORED },
      { field: 'obligatory', text: 'Obligatory information: Classe A. Prezzo al pubblico € 9,80. RCP allegato.' },
      { field: 'legalClass', text: 'Legal class: RR' },
      { field: 'prescribingInformation', text: 'Prescribing information: https://publisher.example/pi/it' },
      ...FOREIGN_WARNINGS,
      DATED,
    ],
  },
  ES: {
    always: [
      { field: 'audience', text: 'For ES healthcare professionals (cardiology), not for members of the public' },
      {
        field: 'aeReporting',
        text: 'Report an adverse event: Notifique las sospechas de reacciones adversas. https://www.notificaram.es/',
      },
      { field: 'approval', text: 'Approval: Soporte válido S-2026-003 (ES)' },
    ],
    product: [
      { field: 'product', text: MONITORED },
      { field: 'obligatory', text: 'Obligatory information: Ficha técnica. PVP IVA 12,49 €. Financiado por el SNS.' },
      { field: 'legalClass', text: 'Legal class: Con receta médica' },
      { field: 'prescribingInformation', text: 'Prescribing information: https://publisher.example/pi/es' },
      ...FOREIGN_WARNINGS,
      DATED,
    ],
  },
  US: {
    always: [
      { field: 'audience', text: 'For US healthcare professionals (cardiology), not for members of the public' },
      {
        field: 'aeReporting',
        text: 'Report an adverse event: Report side effects to the FDA. https://www.fda.gov/medwatch',
      },
      { field: 'approval', text: 'Approval: FDA-2253-2026-004 (FDA-2253)' },
    ],
    product: [
      { field: 'product', text: NOT_MONITORED },
      { field: 'boxedWarning', text: `Boxed warning: ${BOXED}` },
      { field: 'safety', text: `Important safety information: ${ISI_US}` },
      { field: 'obligatory', text: 'Obligatory information: Genericine is made for Example Pharma, Inc. US-2026-01.' },
      { field: 'legalClass', text: 'Legal class: Rx only' },
      { field: 'prescribingInformation', text: 'Prescribing information: https://publisher.example/pi/us' },
      DATED,
    ],
  },
  CA: {
    always: [
      { field: 'audience', text: 'For CA healthcare professionals (cardiology), not for members of the public' },
      {
        field: 'aeReporting',
        text: 'Report an adverse event: Report to Canada Vigilance. https://www.canada.ca/medeffect',
      },
      { field: 'approval', text: 'Approval: PAAB-2026-005 (PAAB)' },
    ],
    product: [
      { field: 'product', text: NOT_MONITORED },
      { field: 'safety', text: `Important safety information: ${ISI_CA}` },
      { field: 'boxedWarning', text: `Boxed warning (US): ${BOXED}` },
      {
        field: 'obligatory',
        text: 'Obligatory information: Consult the product monograph for conditions of clinical use.',
      },
      { field: 'legalClass', text: 'Legal class: Schedule Pr' },
      { field: 'prescribingInformation', text: 'Prescribing information: https://publisher.example/pi/ca' },
      DATED,
    ],
  },
  AU: {
    always: [
      { field: 'audience', text: 'For AU healthcare professionals (cardiology), not for members of the public' },
      {
        field: 'aeReporting',
        text: 'Report an adverse event: Report to the TGA. https://www.tga.gov.au/reporting-problems',
      },
      { field: 'approval', text: 'Approval: AU-2026-006 (internal-MLR)' },
    ],
    product: [
      { field: 'product', text: MONITORED },
      {
        field: 'obligatory',
        text: 'Obligatory information: PBS: Restricted benefit. Minimum Product Information: CI: liver disease.',
      },
      { field: 'legalClass', text: 'Legal class: S4' },
      { field: 'prescribingInformation', text: 'Prescribing information: https://publisher.example/pi/au' },
      ...FOREIGN_WARNINGS,
      DATED,
    ],
  },
};

/** All that a reader in this country must find of an item of this status. */
export function expectedOf(status: PromotionalStatus, country: Country): Expected[] {
  const { words, company, involvement, labelStatus, product } = BY_STATUS[status];
  return [
    ...ALWAYS,
    { field: 'promotionalStatus', text: words },
    { field: 'company', text: company },
    { field: 'involvement', text: involvement },
    ...(labelStatus === undefined ? [] : [{ field: 'labelStatus', text: labelStatus } as const]),
    ...BY_COUNTRY[country].always,
    ...(product ? BY_COUNTRY[country].product : []),
  ];
}
