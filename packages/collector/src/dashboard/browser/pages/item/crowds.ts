import { html, type TemplateResult } from 'lit';
import type { ReportOf, RowOf } from '../../../../report/types.js';
import type { PageContext } from '../../parts/context.js';
import { crowdFigure, rateFigure } from '../../parts/crowd-figure.js';
import { factWords, specialtyWords } from '../../words/facts.js';

const RATES = {
  expansion: 'Opened the source label',
  pi: 'Opened the prescribing information',
  citation: 'Opened a citation',
  source: 'Opened the source',
} as const;

const NONE_RELEASED = 'No such figure was released: in no week did doctors enough of one community do the same.';

/** Which approved excerpt is quoted most, if the ranges tell. */
export function excerpts(report: ReportOf<'excerpts'>, context: PageContext): TemplateResult {
  const [row] = report.rows;
  const [first] = row?.excerpts ?? [];
  if (!row || !first) return html`<p class="none">${NONE_RELEASED}</p>`;
  const says = {
    clear: `Excerpt ${first.excerpt} is quoted most: its range lies wholly above the next one’s.`,
    overlapping: `Excerpt ${first.excerpt} has the highest figure, but the ranges overlap: it may not be the one that is quoted most.`,
    'only-one': `Excerpt ${first.excerpt} is the only one of which a figure was released.`,
  }[row.leads];
  return crowdFigure({
    id: 'excerpts',
    title: 'Doctors who quoted each approved excerpt',
    says,
    of: [report],
    csv: context.csv('excerpts', { item: context.place.item }),
    head: 'Excerpt',
    rows: row.excerpts.map(({ excerpt, doctors }) => ({ label: `Excerpt ${excerpt}`, value: doctors })),
  });
}

/** In rooms of which specialty it was met. */
export function rooms(report: ReportOf<'rooms'>, context: PageContext): TemplateResult {
  const { rows } = report;
  const [first] = rows;
  if (!first) return html`<p class="none">${NONE_RELEASED}</p>`;
  return crowdFigure({
    id: 'rooms',
    title: 'Doctors who met it, by the room’s specialty',
    says: `Most of them in rooms of ${specialtyWords(first.specialty).toLowerCase()}. The specialty is the room’s, not the reader’s.`,
    of: [report],
    csv: context.csv('rooms', { item: context.place.item }),
    head: 'Specialty of the room',
    rows: rows.map(({ specialty, doctors }) => ({ label: specialtyWords(specialty), value: doctors })),
  });
}

/** How many of its viewers looked behind the card. */
export function trust(report: ReportOf<'label-trust'>, context: PageContext): TemplateResult {
  return rateFigure({
    id: 'item-trust',
    title: 'Of those who viewed a card',
    says: 'How many of its viewers looked at what stands behind the card, taken over the weeks and communities in which both figures were released.',
    of: [report],
    csv: context.csv('label-trust', { item: context.place.item }),
    head: 'What they did',
    rows: (Object.keys(RATES) as (keyof typeof RATES)[]).map((rate) => ({ label: RATES[rate], value: report[rate] })),
  });
}

/** What the sections above do not show. */
const ELSEWHERE = /^(excerpt|room|share-blocked)\.|^(label-expanded|pi-opened|citation-opened|source-opened)$/;

/** All other figures of crowds. */
export function crowd(report: ReportOf<'crowd'>, context: PageContext): TemplateResult {
  const rows = report.rows.filter(({ fact }) => !ELSEWHERE.test(fact));
  if (rows.length === 0) return html`<p class="none">${NONE_RELEASED}</p>`;
  const figure = (row: RowOf<'crowd'>) => (row.doctors.state === 'released' ? row.doctors.figure : -1);
  return crowdFigure({
    id: 'item-crowd',
    title: 'Figures of crowds',
    says: 'Opening an adverse-event reporting link is not an adverse event report, and nothing here counts such reports.',
    of: [report],
    csv: context.csv('crowd', { item: context.place.item }),
    head: 'What doctors did',
    rows: [...rows]
      .sort((a, b) => figure(b) - figure(a))
      .map(({ fact, doctors }) => ({ label: factWords(fact), value: doctors })),
  });
}
