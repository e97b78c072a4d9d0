import { blockText } from './blocks.js';
import { fullDate } from './dates.js';
import { missingFields } from './missing.js';
import { plain, toRuns } from './runs.js';
import {
  sectionsByCode,
  sectionText,
  type DraftContent,
  type Missing,
  type Section,
  type SourceDocument,
} from './source.js';
import { splCitation } from './spl-citation.js';
import { splCandidates } from './spl-excerpts.js';
import { splProducts } from './spl-products.js';
import { SPL_SECTION, splInline, splSections } from './spl-sections.js';
import { all, at, attribute, descendants, type XmlElement } from './xml-element.js';

export const SPL_NAMESPACE = 'urn:hl7-org:v3';

/** LOINC: "Human OTC drug label". */
const OTC_LABEL = '34390-5';

/** Structured product labelling (HL7 v3, FDA) → a draft. The rules are in docs/publishers/draft.md. */
export function importSpl(document: XmlElement): SourceDocument {
  const missing: Missing[] = [];
  const notes: string[] = [];
  const sections = splSections(document);
  const text = (path: string) =>
    plain(all(document, path).flatMap(({ children }) => toRuns(children, splInline))) || undefined;

  const title = text('title');
  const labeler = text('author/assignedEntity/representedOrganization/name');
  const effective = fullDate(attribute(at(document, 'effectiveTime'), 'value'));
  const language = attribute(at(document, 'languageCode'), 'code');
  const otc = attribute(at(document, 'code'), 'code') === OTC_LABEL;
  const products = productsOf(document, sections, effective, missing, notes);
  if (otc && products.some(({ boxedWarning }) => boxedWarning !== undefined)) missing.push(OTC_BOX);

  if (title === undefined) missing.push({ path: 'title', why: 'The label has no document title.' });
  else if (title.length > 500)
    missing.push({ path: 'title', why: 'The title is longer than 500 characters: shorten it.' });
  if (language === undefined)
    missing.push({ path: 'language', why: 'The label does not state its language, such as en.' });
  missing.push(...aboutPeople(labeler, sections));
  if (effective === undefined)
    notes.push('The label states no full effective date: lastRevised and products.0.piDate are left out.');
  notes.push(...otherCompanies(document, labeler));

  const label = splCitation(document, { labeler, effective });
  const { candidates, citations, notes: left } = splCandidates(sections, { label, otc });
  notes.push(...left);

  const content: DraftContent = {
    schema: 'pullquote/1',
    version: 1,
    ...(language === undefined ? {} : { language }),
    ...(title === undefined ? {} : { title }),
    contentType: 'product-information',
    ...(labeler === undefined ? {} : { parties: [{ role: 'publisher', name: labeler }] }),
    ...(products.length === 0 ? {} : { products }),
    ...(effective === undefined ? {} : { lastRevised: effective }),
    citations: [
      { n: 1, text: splCitation(document, { title: title ?? 'Untitled label', labeler, effective }) },
      ...citations,
    ],
  };
  return {
    format: 'spl',
    content,
    missing: missingFields(missing, { candidates: candidates.length }),
    notes,
    sections,
    candidates,
  };
}

/** The code of a boxed warning is also found on packaging texts. We state what the file states; a person says what it is. */
const OTC_BOX: Missing = {
  path: 'products.*.boxedWarning',
  why: 'The file codes this text as a boxed warning (34066-1), but it is an over-the-counter label, and there the code is also used for texts such as a tamper seal. Keep boxedWarning if it is a warning, delete it if it is not; then delete this entry.',
};

function productsOf(
  document: XmlElement,
  sections: readonly Section[],
  effective: string | undefined,
  missing: Missing[],
  notes: string[],
): NonNullable<DraftContent['products']> {
  const warnings = sectionsByCode(sections, SPL_SECTION.boxedWarning).map(sectionText);
  const boxed = warnings.length === 0 ? {} : { boxedWarning: { US: warnings.join('\n') } };
  const products = splProducts(document).map((product) => ({
    ...product,
    ...(effective === undefined ? {} : { piDate: effective }),
    ...boxed,
  }));
  products.forEach(({ brand, generic }, i) => {
    if (generic === undefined)
      missing.push({ path: `products.${i}.generic`, why: `The label gives no generic name for ${brand}.` });
    missing.push({
      path: `products.${i}.piUrl`,
      why: 'Readers reach the prescribing information in one click. Give its address per country.',
    });
  });
  if (products.length === 0) missing.push({ path: 'products', why: 'The label lists no product with a name.' });
  if (products.length > 1 && warnings.length > 0)
    notes.push('The label has one boxed warning and several products: it stands on each of them.');
  return products;
}

function aboutPeople(labeler: string | undefined, sections: readonly Section[]): Missing[] {
  const missing: Missing[] = [];
  if (labeler === undefined) missing.push({ path: 'parties', why: 'The label names no organisation as its author.' });
  missing.push({ path: 'involvement', why: 'Say in words who wrote, funded and reviewed the item, per language.' });
  const reporting = sectionsByCode(sections, SPL_SECTION.adverseReactions)
    .flatMap(({ highlights }) => highlights)
    .map(blockText)
    .find((line) => line.startsWith('To report SUSPECTED ADVERSE REACTIONS'));
  missing.push({
    path: 'aeReporting',
    why: 'Readers see where to report an adverse event, per country.',
    ...(reporting === undefined ? {} : { hint: `The label says: ${reporting}` }),
  });
  return missing;
}

/** A label's file names registrants and plants as well. No party role is theirs, so they are told, not taken. */
function otherCompanies(document: XmlElement, labeler: string | undefined): string[] {
  const names = descendants(at(document, 'author'), 'assignedOrganization').flatMap((organisation) =>
    all(organisation, 'name').map(({ children }) => plain(toRuns(children, splInline))),
  );
  const others = [...new Set(names)].filter((name) => name !== '' && name !== labeler);
  return [
    ...(others.length === 0
      ? []
      : [
          `The label also names, as registrant or establishment: ${others.join('; ')}. Add them as parties only if they had a part in the item.`,
        ]),
    ...(labeler === undefined
      ? []
      : [
          `The label names ${labeler} as its author. It does not say who holds the marketing authorisation: add a party with the role mah if you know.`,
        ]),
  ];
}
