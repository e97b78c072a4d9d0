import type { Missing } from './source.js';

/** Fields that no source format states: a person at the publisher decides them. */
const ALWAYS: readonly Missing[] = [
  { path: 'canonicalUrl', why: 'Readers open the item here. A path such as /my-item is taken on your own origin.' },
  {
    path: 'promotionalStatus',
    why: 'Readers see at once whether this is promotion: promotional, non-promotional, company-medical-education, independent-medical-education, scientific-exchange or risk-minimisation.',
  },
  {
    path: 'labelStatus',
    why: 'Readers see whether a use is approved: within-label, unapproved-use, unlicensed or no-product.',
  },
  {
    path: 'audience',
    why: 'Says for whom it is: roles (such as healthcare professionals) and countries (such as US).',
  },
];

const REUSE: readonly Missing[] = [
  {
    path: 'reuse.requireVerifiedHcp',
    why: 'true if only verified healthcare professionals may receive it. Needed for promotion.',
  },
  { path: 'reuse.quote', why: 'What may be quoted: approved-only, max-length or none.' },
  { path: 'reuse.download', why: 'true or false: may readers keep a copy?' },
  { path: 'reuse.print', why: 'true or false: may readers print it?' },
  { path: 'reuse.reshare', why: 'true or false: may readers pass it on?' },
];

const CANDIDATES: Missing = {
  path: 'excerpts.*',
  why: 'These are candidates, word for word from the source; nobody has approved them. Delete each that is not approved for quoting, then delete this entry.',
};

/** The whole list for one source: what it lacks of its own, between what every source lacks. */
export function missingFields(own: readonly Missing[], { candidates }: { candidates: number }): Missing[] {
  const stated = new Set(own.map(({ path }) => path));
  return [
    ...ALWAYS.filter(({ path }) => !stated.has(path)),
    ...own,
    ...REUSE,
    ...(candidates === 0 ? [] : [CANDIDATES]),
  ];
}
