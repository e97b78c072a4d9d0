import type { ReportContext } from '../context.js';
import { indexFigures } from '../index-figures.js';
import { daily, weekPoints } from '../series.js';
import type { BodyOf } from '../types.js';
import { windowsFor } from '../windows.js';

export async function alwaysOnReport(context: ReportContext): Promise<BodyOf<'always-on'>> {
  const { query, from, to } = context;
  const [days, campaigns] = await Promise.all([daily(context), context.campaigns()]);
  const windows = windowsFor(query.item, campaigns);
  return {
    ...indexFigures(days, context, campaigns, query.item),
    windows: windows
      .filter(({ firstDay, lastDay }) => firstDay <= to && (from === undefined || lastDay >= from))
      .map(({ id, name, kind, firstDay, lastDay, item }) => ({
        id,
        name,
        kind,
        from: firstDay,
        to: lastDay,
        ...(item === undefined ? {} : { item }),
      })),
    weeks: weekPoints(days, context, windows),
  };
}
