import { html, nothing, type TemplateResult } from 'lit';
import type { ReportOf, RowOf } from '../../../report/types.js';
import { chartFigure } from '../charts/chart-figure.js';
import type { Moment } from '../charts/weekly.js';
import { postsOf } from '../state/posts-of.js';
import type { Page, PageContext } from '../parts/context.js';
import { crowdFigure, rateFigure } from '../parts/crowd-figure.js';
import { crowdNote } from '../parts/crowd-note.js';
import { whenLoaded } from '../parts/loaded.js';
import { facts, pageHead, section, valueOf } from '../parts/pieces.js';
import { table } from '../parts/table.js';
import { weeklyFigure } from '../parts/weekly-figure.js';
import { computedWords } from '../words/computed.js';
import { shortDay } from '../words/days.js';
import { factWords, specialtyWords } from '../words/facts.js';
import { count, index, percent, some } from '../words/numbers.js';
import { nameOf } from './what-to-do.js';

const DEPTHS = { 1: 'A first post', 2: 'A reshare of a post', 3: 'Anything deeper' } as const;
const RATES = {
  expansion: 'Opened the source label',
  pi: 'Opened the prescribing information',
  citation: 'Opened a citation',
  source: 'Opened the source',
} as const;

export const item: Page = {
  title: (context) => titleOf(context),
  view(context) {
    const { item: urn } = context.place;
    if (urn === undefined)
      return html`${pageHead('No item chosen', html`<a href=${context.address('items')}>Choose one from the list.</a>`)}`;
    const only = { item: urn };
    return html`${whenLoaded(context.report('items', only), context, (report) => head(report, urn, context))}
    ${whenLoaded(context.report('always-on', only), context, (report) => timeline(report, context))}
    ${section(
      'depth',
      'How far it travels',
      whenLoaded(context.report('depth', only), context, (report) => depth(report, context)),
    )}
    ${section(
      'half-life',
      'How long it is reused',
      whenLoaded(context.report('half-life', only), context, (report) => halfLife(report, context)),
    )}
    ${section(
      'versions',
      'Versions',
      whenLoaded(context.report('versions', only), context, (report) => versions(report, context)),
    )}
    ${section(
      'where',
      'Communities',
      whenLoaded(context.report('communities', { ...only, limit: 1000 }), context, (report) => where(report, context)),
    )}
    ${section(
      'excerpts',
      'The most-quoted excerpt',
      whenLoaded(context.report('excerpts', only), context, (report) => excerpts(report, context)),
    )}
    ${section(
      'rooms',
      'Rooms it is read in',
      whenLoaded(context.report('rooms', only), context, (report) => rooms(report, context)),
    )}
    ${section(
      'trust',
      'Label trust',
      whenLoaded(context.report('label-trust', only), context, (report) => trust(report, context)),
    )}
    ${section(
      'crowd',
      'What else crowds did with it',
      whenLoaded(context.report('crowd', only), context, (report) => crowd(report, context)),
    )}
    ${whenLoaded(context.report('label-trust', only), context, ({ viewed }) => crowdNote([viewed]))}`;
  },
};

function titleOf(context: PageContext): string {
  const { item: urn } = context.place;
  if (urn === undefined) return 'No item chosen';
  const loaded = context.report('items', { item: urn });
  const [row] = loaded.state === 'ready' ? loaded.value.rows : [];
  return row ? nameOf(row) : urn;
}

function head({ rows, filter }: ReportOf<'items'>, urn: string, context: PageContext): TemplateResult {
  const [row] = rows;
  if (!row)
    return pageHead(
      urn,
      html`Nothing of it was posted
      ${filter.from === undefined ? 'yet' : `from ${shortDay(filter.from)} to ${shortDay(filter.to ?? context.today)}`}.`,
    );
  const { shared, reshared, quoted, communities, reuseRatio, halfLife: half, alwaysOn, firstDay, lastDay } = row;
  return html`${pageHead(
      nameOf(row),
      html`<p class="urn">${urn}</p>
        <p>
          ${count(postsOf(row))} posts in ${some(communities, 'community', 'communities')}, from ${shortDay(firstDay)} to
          ${shortDay(lastDay)}: ${count(shared)} shared, ${count(reshared)} reshared, ${count(quoted)} quoted.
        </p>
        ${recallLine(urn, context)}`,
    )}
    ${facts([
      { name: 'Always-on index', value: alwaysOn.state === 'computed' ? index(alwaysOn.value) : '–', meaning: alwaysOn.state === 'computed' ? 'a usual week between campaigns over one within' : computedWords(alwaysOn, index) },
      { name: 'Reuse ratio', value: reuseRatio.state === 'computed' ? index(reuseRatio.value) : '–', meaning: reuseRatio.state === 'computed' ? 'posts that pass it on, for each first share' : computedWords(reuseRatio, index) },
      { name: 'Half-life', value: half.state === 'computed' ? some(half.value, 'day', 'days') : '–', meaning: half.state === 'computed' ? 'to half of the posts of its first 90 days' : computedWords(half, count) },
    ])}`; // prettier-ignore
}

function recallLine(urn: string, context: PageContext): TemplateResult | typeof nothing {
  const recalls = context.report('recalls', { item: urn });
  const recalled = recalls.state === 'ready' ? recalls.value.rows.find((row) => row.item === urn) : undefined;
  return recalled
    ? html`<p class="recalled">
        Withdrawn on ${shortDay(recalled.day)}${recalled.reason === undefined ? '' : `: ${recalled.reason}`}
        <a href=${context.address('recalls')}>How far the recall has come</a>
      </p>`
    : nothing;
}

function timeline(report: ReportOf<'always-on'>, context: PageContext): TemplateResult {
  if (report.weeks.length === 0) return html``;
  const { item: urn } = context.place;
  const only = { item: urn };
  const moments: Moment[] = [];
  const known = context.report('versions', only);
  if (known.state === 'ready')
    for (const { version, firstDay } of known.value.rows)
      if (version > 1) moments.push({ day: firstDay, words: `version ${version}` });
  const recalls = context.report('recalls', only);
  if (recalls.state === 'ready')
    for (const { item: one, day } of recalls.value.rows) if (one === urn) moments.push({ day, words: 'withdrawn' });
  return weeklyFigure({ id: 'item-by-week', report, csv: context.csv('always-on', only), moments, isFirst: true });
}

function depth(report: ReportOf<'depth'>, context: PageContext): TemplateResult {
  const { rows } = report;
  const posts = rows.reduce((sum, row) => sum + postsOf(row), 0);
  if (posts === 0) return html`<p class="none">Nothing was posted in these days.</p>`;
  const [, second, third] = rows;
  const deeper = (second ? postsOf(second) : 0) + (third ? postsOf(third) : 0);
  return chartFigure({
    id: 'depth',
    title: 'Posts by depth',
    says: `${percent(deeper / posts)} of its posts pass on a post that was there before.`,
    of: [report],
    csv: context.csv('depth', { item: context.place.item }),
    draw: ({ barChart }) =>
      barChart(
        rows.map((row) => ({
          label: DEPTHS[row.depth],
          value: postsOf(row),
          words: `${count(postsOf(row))}${row.share.state === 'computed' ? ` · ${percent(row.share.value)}` : ''}`,
        })),
      ),
    table: table({
      caption: 'Posts by depth',
      rows,
      columns: [
        { head: 'Depth', cell: (row) => `${row.depth} ${DEPTHS[row.depth]}` },
        { head: 'Posts', numeric: true, cell: (row) => count(postsOf(row)) },
        { head: 'Shared', numeric: true, cell: ({ shared }) => count(shared) },
        { head: 'Reshared', numeric: true, cell: ({ reshared }) => count(reshared) },
        { head: 'Quoted', numeric: true, cell: ({ quoted }) => count(quoted) },
        { head: 'Part', numeric: true, cell: ({ share }) => computedWords(share, percent) },
      ],
    }),
  });
}

function halfLife(report: ReportOf<'half-life'>, context: PageContext): TemplateResult {
  const [row] = report.rows;
  if (!row) return html`<p class="none">Nothing was posted in these days.</p>`;
  const { curve, halfLife: half, firstDay } = row;
  const all = curve.at(-1) ?? 0;
  return chartFigure({
    id: 'half-life',
    title: 'Posts in its first 90 days',
    says:
      half.state === 'computed'
        ? `By day ${half.value}, half of the ${count(all)} posts of its first 90 days had been made. Day 1 is ${shortDay(firstDay)}.`
        : `There is no half-life yet: ${computedWords(half, count)}. Day 1 is ${shortDay(firstDay)}.`,
    of: [report],
    csv: context.csv('half-life', { item: context.place.item }),
    draw: ({ halfLifeChart }) => halfLifeChart(curve, valueOf(half)),
    table: table({
      caption: 'Posts up to the end of each day',
      rows: curve.map((posts, i) => ({ day: i + 1, posts, new: posts - (curve[i - 1] ?? 0) })),
      columns: [
        { head: 'Day', cell: ({ day }) => day },
        { head: 'Posts so far', numeric: true, cell: ({ posts }) => count(posts) },
        { head: 'On that day', numeric: true, cell: (one) => count(one.new) },
        {
          head: 'Part of 90 days',
          numeric: true,
          cell: ({ posts }) => (half.state === 'computed' && all > 0 ? percent(posts / all) : ''),
        },
      ],
    }),
  });
}

function versions({ rows }: ReportOf<'versions'>, context: PageContext): TemplateResult {
  const only = { item: context.place.item };
  const stale = context.report('stale-versions', only);
  const [old] = stale.state === 'ready' ? stale.value.rows : [];
  return html`${
      old && old.staleShare.state === 'computed'
        ? html`<p class="section-lead">
            Since version ${old.current} is there (${shortDay(old.since)}), ${percent(old.staleShare.value)} of the
            posts were of an older one: ${count(old.staleSince)} of ${count(old.postsSince)}.
          </p>`
        : nothing
    }
    ${table<RowOf<'versions'>>({
      caption: 'Versions of this item',
      rows,
      empty: 'Nothing was posted in these days.',
      columns: [
        {
          head: 'Version',
          cell: ({ version, current }) =>
            html`${version}${current ? html` <span class="soft">current</span>` : nothing}`,
        },
        { head: 'Posts', numeric: true, cell: (row) => count(postsOf(row)) },
        { head: 'Shared', numeric: true, cell: ({ shared }) => count(shared) },
        { head: 'Reshared', numeric: true, cell: ({ reshared }) => count(reshared) },
        { head: 'Quoted', numeric: true, cell: ({ quoted }) => count(quoted) },
        { head: 'First posted', kind: 'day', cell: ({ firstDay }) => shortDay(firstDay) },
        { head: 'Last posted', kind: 'day', cell: ({ lastDay }) => shortDay(lastDay) },
      ],
    })}
    <p class="table-foot"><a href=${context.csv('versions', only)} download>Save as CSV</a></p>`;
}

function where({ rows }: ReportOf<'communities'>, context: PageContext): TemplateResult {
  return html`${table({
      caption: 'Communities in which this item was posted',
      rows,
      empty: 'Nothing was posted in these days.',
      columns: [
        {
          head: 'Community',
          kind: 'name',
          cell: ({ name, country }) => html`${name} <span class="soft">${country}</span>`,
        },
        { head: 'Posts', numeric: true, cell: (row) => count(postsOf(row)) },
        { head: 'First posted', kind: 'day', cell: ({ firstDay }) => shortDay(firstDay) },
        { head: 'Last posted', kind: 'day', cell: ({ lastDay }) => shortDay(lastDay) },
      ],
    })}
    <p class="table-foot">
      <a href=${context.csv('communities', { item: context.place.item })} download>Save as CSV</a>
    </p>`;
}

const NONE_RELEASED = 'No such figure was released: in no week did doctors enough of one community do the same.';

function excerpts(report: ReportOf<'excerpts'>, context: PageContext): TemplateResult {
  const [row] = report.rows;
  const [first] = row?.excerpts ?? [];
  if (!row || !first) return html`<p class="none">${NONE_RELEASED}</p>`;
  const says = {
    clear: `Excerpt ${first.excerpt} is quoted most: its range lies wholly above the next one’s.`,
    overlapping: `Excerpt ${first.excerpt} has the highest figure, but the ranges overlap: it may not be the one that is quoted most.`,
    'only-one': `Only of excerpt ${first.excerpt} was any figure released.`,
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

function rooms(report: ReportOf<'rooms'>, context: PageContext): TemplateResult {
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

function trust(report: ReportOf<'label-trust'>, context: PageContext): TemplateResult {
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

function crowd(report: ReportOf<'crowd'>, context: PageContext): TemplateResult {
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
