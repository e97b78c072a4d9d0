import { REASON_WORDS } from './reasons.js';
import type { Computed, CrowdFigure, CrowdRate, ReportName, ReportOf } from './types.js';

/** How a value is written: exact ones as they are, the others with all that is needed to read them. */
export type Column =
  | { readonly name: string; readonly kind: 'text' | 'number' | 'spark' }
  | { readonly name: string; readonly kind: 'computed'; readonly unit?: 'days' | 'share' }
  | { readonly name: string; readonly kind: 'crowd' | 'rate' };

export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | Computed
  | CrowdFigure
  | CrowdRate
  | readonly number[]
  | readonly string[];
export type Row = Readonly<Record<string, Value>>;

export interface Table<N extends ReportName> {
  readonly columns: readonly Column[];
  rows(report: ReportOf<N>): readonly Row[];
}

const text = (name: string) => ({ name, kind: 'text' }) as const;
const number = (name: string) => ({ name, kind: 'number' }) as const;
const computed = (name: string, unit?: 'days' | 'share') =>
  ({ name, kind: 'computed', ...(unit ? { unit } : {}) }) as const;
const crowd = (name: string) => ({ name, kind: 'crowd' }) as const;
const rate = (name: string) => ({ name, kind: 'rate' }) as const;
const spark = (name: string) => ({ name, kind: 'spark' }) as const;

const POSTS = [number('shared'), number('reshared'), number('quoted')] as const;
const ITEM = [text('item'), text('title')] as const;
const WEEKS = [text('week'), text('from'), text('counted'), ...POSTS, text('windows')] as const;

/** Each report as one table: for CSV and for a terminal. */
export const TABLES: { readonly [N in ReportName]: Table<N> } = {
  overview: { columns: WEEKS, rows: ({ weeks }) => weeks },
  days: { columns: [text('day'), ...POSTS], rows: ({ rows }) => rows },
  items: {
    columns: [
      ...ITEM,
      ...POSTS,
      computed('reuseRatio'),
      computed('halfLife', 'days'),
      computed('alwaysOn'),
      computed('peakToBaseline'),
      number('communities'),
      text('firstDay'),
      text('lastDay'),
      spark('weekly'),
    ],
    rows: ({ rows }) => rows,
  },
  versions: {
    columns: [...ITEM, number('version'), text('current'), ...POSTS, text('firstDay'), text('lastDay')],
    rows: ({ rows }) => rows,
  },
  communities: {
    columns: [
      text('community'),
      text('name'),
      text('country'),
      ...POSTS,
      computed('reuseRatio'),
      number('items'),
      text('firstDay'),
      text('lastDay'),
      spark('weekly'),
    ],
    rows: ({ rows }) => rows,
  },
  depth: { columns: [number('depth'), ...POSTS, computed('share', 'share')], rows: ({ rows }) => rows },
  'always-on': { columns: WEEKS, rows: ({ weeks }) => weeks },
  'half-life': {
    columns: [...ITEM, text('firstDay'), computed('halfLife', 'days'), spark('curve')],
    rows: ({ rows }) => rows,
  },
  'dead-content': {
    columns: [...ITEM, number('version'), text('since'), text('lastDay'), number('silentDays')],
    rows: ({ rows }) => rows,
  },
  'stale-versions': {
    columns: [
      ...ITEM,
      number('current'),
      text('since'),
      number('postsSince'),
      number('staleSince'),
      computed('staleShare', 'share'),
      text('lastStaleDay'),
    ],
    rows: ({ rows }) => rows.map(({ versions: _, ...row }) => row),
  },
  rooms: { columns: [text('specialty'), crowd('doctors')], rows: ({ rows }) => rows },
  crowd: {
    columns: [text('fact'), text('week'), crowd('doctors')],
    rows: ({ rows }) => rows.flatMap(({ fact, weeks }) => weeks.map((week) => ({ fact, ...week }))),
  },
  excerpts: {
    columns: [...ITEM, text('excerpt'), crowd('doctors'), text('leads')],
    rows: ({ rows }) =>
      rows.flatMap(({ item, title, excerpts, leads }) => excerpts.map((one) => ({ item, title, ...one, leads }))),
  },
  'label-trust': {
    columns: [...ITEM, crowd('viewed'), rate('expansion'), rate('pi'), rate('citation'), rate('source')],
    rows: ({ rows }) => rows,
  },
  blocked: {
    columns: [text('rule'), ...ITEM, crowd('doctors')],
    rows: ({ rows }) => rows.flatMap(({ rule, items }) => items.map((one) => ({ rule, ...one }))),
  },
  recalls: {
    columns: [
      ...ITEM,
      number('version'),
      text('day'),
      number('heldBy'),
      number('sharedIn'),
      computed('coverage', 'share'),
      text('community'),
      text('name'),
      text('state'),
      text('since'),
      text('lastTold'),
    ],
    rows: ({ rows }) =>
      rows.flatMap(({ item, title, version, day, heldBy, sharedIn, coverage, communities }) =>
        communities.map((one) => ({ item, title, version, day, heldBy, sharedIn, coverage, ...one })),
      ),
  },
  'data-quality': {
    columns: [
      text('kind'),
      text('day'),
      text('community'),
      text('name'),
      text('code'),
      text('words'),
      number('n'),
      text('state'),
      number('silentDays'),
    ],
    rows: ({ refused, communities }) => [
      ...refused.map((row) => ({ kind: 'refused', ...row })),
      ...communities.map(({ lastDay, ...row }) => ({ kind: 'community', day: lastDay, ...row })),
    ],
  },
};

export const NOT_RELEASED = 'not released';

export function notComputableWords(value: Extract<Computed, { state: 'not-computable' }>): string {
  return REASON_WORDS[value.reason];
}
