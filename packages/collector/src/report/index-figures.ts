import type { Campaign } from '../store/campaigns.js';
import type { ReportContext } from './context.js';
import { alwaysOn, type AlwaysOn } from './formulas/always-on.js';
import { peakToBaseline, type Peak } from './formulas/peak-to-baseline.js';
import { indexWeeks, markedWeeks, type Daily } from './series.js';
import { windowsFor } from './windows.js';

/** Always-on index and peak-to-baseline of some days' posts. @param item whose own windows count beside those of everything */
export function indexFigures(
  days: Daily,
  context: Pick<ReportContext, 'from' | 'to' | 'lastDay'>,
  campaigns: readonly Campaign[],
  item?: string,
): AlwaysOn & Peak {
  const windows = windowsFor(item, campaigns);
  const weeks = markedWeeks(days, indexWeeks(days, context), windows);
  return { ...alwaysOn(weeks, windows.length), ...peakToBaseline(weeks) };
}
