import { dayStart } from '@pullquote/events';
import { addDays } from '../report/formulas/weeks.js';
import type { Area } from './communities.js';

export interface DemoCampaign {
  readonly name: string;
  readonly kind: 'congress' | 'launch' | 'guideline';
  readonly from: string;
  readonly to: string;
  /** Only these items, by slug; absent: everything of the areas. */
  readonly slugs?: readonly string[];
  readonly areas: readonly Area[];
  /** How many times the usual. */
  readonly lift: number;
}

/** Month, day, length, name, kind, areas, lift, items. */
const YEARLY: readonly [number, number, number, string, DemoCampaign['kind'], readonly Area[], number, string[]?][] = [
  [3, 27, 4, 'Spring cardiology congress', 'congress', ['cardiology'], 5],
  [5, 4, 12, 'Launch of the heart failure toolkit', 'launch', ['cardiology'], 2.5, ['hf-toolkit']],
  [5, 29, 5, 'Oncology congress', 'congress', ['oncology'], 6],
  [6, 12, 5, 'Diabetes congress', 'congress', ['endocrinology'], 5],
  [7, 20, 12, 'New lipid guideline', 'guideline', ['cardiology', 'general-practice'], 3],
  [8, 28, 4, 'Autumn cardiology congress', 'congress', ['cardiology'], 7],
  [9, 12, 5, 'Respiratory congress', 'congress', ['pulmonology'], 5],
  [10, 5, 4, 'Neurology and rheumatology meetings', 'congress', ['neurology', 'rheumatology'], 4],
  [11, 6, 4, 'Winter cardiology sessions', 'congress', ['cardiology'], 4],
];

/** The campaigns that lie in the days from `from` to `to`, in order. */
export function demoCampaigns(from: string, to: string): DemoCampaign[] {
  const campaigns: DemoCampaign[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const [month, day, length, name, kind, areas, lift, slugs] of YEARLY) {
      const first = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const last = addDays(first, length - 1);
      if (first < from || last > to) continue;
      campaigns.push({
        name: `${name} ${year}`,
        kind,
        from: first,
        to: last,
        areas,
        lift,
        ...(slugs ? { slugs } : {}),
      });
    }
  return campaigns.sort((a, b) => dayStart(a.from) - dayStart(b.from));
}
