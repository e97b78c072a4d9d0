import { leftOut, passages, readPassage, type Candidate, type Candidates } from './candidates.js';
import { PASSAGE_LENGTH, type Passage } from './passage.js';
import { sectionText, type Section } from './source.js';
import { SPL_SECTION } from './spl-sections.js';

/** The sections that offer candidates, and what to call one that has no title. */
const NAMES: ReadonlyMap<string, string> = new Map([
  [SPL_SECTION.boxedWarning, 'Boxed warning'],
  [SPL_SECTION.indications, 'Indications'],
  [SPL_SECTION.contraindications, 'Contraindications'],
  [SPL_SECTION.warnings, 'Warnings'],
  [SPL_SECTION.warningsAndPrecautions, 'Warnings and precautions'],
  [SPL_SECTION.adverseReactions, 'Adverse reactions'],
  [SPL_SECTION.drugInteractions, 'Drug interactions'],
  [SPL_SECTION.pharmacokinetics, 'Pharmacokinetics'],
  // The parts of an over-the-counter label, "Drug Facts" (21 CFR 201.66).
  ['55105-1', 'Purpose'],
  ['50570-1', 'Do not use'],
  ['50569-3', 'Ask a doctor before use'],
  ['50568-5', 'Ask a doctor or pharmacist before use'],
  ['53414-9', 'Pregnancy or breast-feeding'],
  ['50567-7', 'When using this product'],
  ['50566-9', 'Stop use and ask a doctor'],
  ['50565-1', 'Keep out of reach of children'],
]);

/** Candidates in one draft. Somebody has to read each of them. */
const MOST = 100;

/** Candidates from the sections that doctors quote, each section with a citation of its own, counted on from 2. */
export function splCandidates(
  sections: readonly Section[],
  { label, otc }: { label: string; otc: boolean },
): Candidates {
  const candidates: Candidate[] = [];
  const citations: { n: number; text: string }[] = [];
  const left: string[] = [];
  const stop = ({ code }: Section) => code !== undefined && NAMES.has(code);
  for (const section of coded(sections)) {
    const { code = '', title } = section;
    const name = title === '' ? (NAMES.get(code) ?? code) : title;
    const from = `${name} (LOINC ${code})`;
    const boxed = code === SPL_SECTION.boxedWarning;
    const offer = boxed
      ? { found: [{ text: sectionText(section), whole: true, from }], left: [] }
      : passages(section, { from, stop, read: otc ? wholePart : readPassage });
    left.push(...offer.left);
    if (offer.found.length === 0) continue;
    const n = citations.length + 2;
    citations.push({ n, text: `${from}. In: ${label}` });
    candidates.push(...offer.found.map((one) => ({ ...one, citations: [n] })));
  }
  const taken = candidates.slice(0, MOST);
  const more = candidates.length - taken.length;
  return {
    candidates: taken,
    citations,
    notes: [
      ...leftOut(left),
      ...(more === 0 ? [] : [`The label offers ${more} candidate excerpts more than the ${MOST} that a draft holds.`]),
    ],
  };
}

/** The sections with a code from the list, in the label's order, those inside others included. */
function coded(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [
    ...(section.code !== undefined && NAMES.has(section.code) ? [section] : []),
    ...coded(section.sections),
  ]);
}

/** In "Drug Facts" a title begins the sentence that the text ends ("Do not use", "if …"): both, whole, or nothing. */
function wholePart(section: Section): Passage | undefined {
  if (section.blocks.length === 0) return undefined;
  const text = sectionText({ ...section, sections: [] });
  return text.length > PASSAGE_LENGTH ? undefined : { text, whole: true };
}
