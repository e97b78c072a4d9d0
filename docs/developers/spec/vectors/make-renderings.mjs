/*
 * Makes renderings.json beside it, without keys or chance: the same records always give the same file. Run by hand after
 * `npm run build`, and only when a rendering changes: `npm exec -- node docs/developers/spec/vectors/make-renderings.mjs`.
 */
import { writeFile } from 'node:fs/promises';
import {
  jsonLd,
  labelLines,
  labelModel,
  renderBBCode,
  renderEmail,
  renderMarkdown,
  renderMarker,
  renderOpenGraph,
  renderText,
} from '@pullquote/record';

const ORIGIN = 'https://publisher.example';
const passage = 'Clarithromycin raised the AUC of atorvastatin 4.5-fold [95% CI 3.9–5.2].';

const record = {
  schema: 'pullquote/1',
  id: 'urn:uuid:2f6b3a0e-6d6c-4a69-9d3b-3f7f1a4f9a10',
  version: 2,
  language: 'en',
  canonicalUrl: `${ORIGIN}/atorvastatin-interactions`,
  title: 'Atorvastatin: drug interactions at a glance',
  contentType: 'clinical-summary',
  promotionalStatus: 'promotional',
  labelStatus: 'within-label',
  audience: { roles: ['healthcare professionals'], specialties: ['cardiology'], countries: ['GB', 'US'] },
  parties: [
    { role: 'sponsor', name: 'Example Pharma' },
    { role: 'mah', name: 'Example Pharma' },
    { role: 'author', name: 'A. Writer', paid: true },
  ],
  involvement: { en: 'Written and funded by Example Pharma.' },
  products: [
    {
      brand: 'Lipitor',
      generic: 'atorvastatin',
      strengthForm: '10 mg tablet',
      additionalMonitoring: { GB: true },
      legalClass: { GB: 'POM', US: 'Rx only' },
      piUrl: { GB: `${ORIGIN}/pi/gb?a=1&b=2`, US: `${ORIGIN}/pi/us` },
      boxedWarning: { US: 'WARNING: EMBRYO-FETAL TOXICITY [see Warnings (5.1)]. Exclude pregnancy before starting.' },
    },
  ],
  aeReporting: {
    GB: {
      text:
        'Adverse events should be reported. Reporting forms and information can be found at https://yellowcard.mhra.gov.uk/. ' +
        'Adverse events should also be reported to Example Pharma.',
      authorityUrl: 'https://yellowcard.mhra.gov.uk/',
    },
    US: { text: 'Report side effects to the FDA at 1-800-FDA-1088.' },
  },
  approvals: [{ country: 'GB', scheme: 'ABPI-cert', reference: 'EP-2026-001', date: '2026-01-12' }],
  datePrepared: '2026-01-13',
  citations: [{ n: 1, text: 'Jacobson TA. Am J Cardiol 2004.', doi: '10.1016/j.amjcard.2004.07.080' }],
  excerpts: [
    { id: 'e1', text: passage, citations: [1], mustAccompany: 'Limit the dose to 20 mg.', sha256: 'A'.repeat(43) },
  ],
  reuse: { requireVerifiedHcp: true, quote: 'approved-only', download: false, print: true, reshare: true },
  iss: ORIGIN,
  iat: 1_795_348_800,
  exp: 1_826_884_800,
  status: { uri: `${ORIGIN}/.well-known/pullquote/status.jwt`, idx: 7 },
};
const hostile = {
  ...record,
  title: '\u202e<b>1. *Verified* source</b>\n[url=javascript:alert(1)]x[/url] \\ & `code` | www.evil.example',
  involvement: { en: '</p></blockquote><script>alert(1)</script>' },
  products: [],
};
const link = { url: record.canonicalUrl, version: 2, digest: 'AAECAwQFBgcICQoLDA0ODw', excerpt: 'e1', depth: 1 };

const vector = (name, of, context) => {
  const label = labelModel(of, { state: 'as-stated', excerpt: 'e1', ...context });
  return {
    name,
    record: of,
    context: { state: 'as-stated', excerpt: 'e1', ...context },
    link,
    renderings: {
      lines: labelLines(label, link),
      marker: renderMarker(label, link),
      text: renderText(label, link),
      markdown: renderMarkdown(label, link),
      bbcode: renderBBCode(label, link),
      email: renderEmail(label, link),
      openGraph: renderOpenGraph(label, link),
      jsonLd: jsonLd(of, { state: 'as-stated', excerpt: 'e1', ...context }, link),
    },
  };
};

const file = {
  about: 'Records, and what each rendering makes of them. Excerpt hashes are not checked here.',
  valid: [
    vector('a British reader', record, { country: 'GB' }),
    vector('an American reader: the boxed warning, whole', record, { country: 'US' }),
    vector('a reader of whose country the record says nothing', record, { country: 'FR' }),
    vector('how the community is funded changes no stored line', record, {
      country: 'GB',
      communityFunding: 'Paid for by its members.',
    }),
    vector('withdrawn: the source is shown, the content is not', record, { country: 'GB', state: 'withdrawn' }),
    vector('a hostile record', hostile, { country: 'GB' }),
  ],
};
await writeFile(new URL('renderings.json', import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
