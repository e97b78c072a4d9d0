import type { Look } from '../report/print.js';
import { textTable } from '../report/text-table.js';
import type { Forecast } from './forecast.js';

const COUNT = new Intl.NumberFormat('en-GB');

/** What can be expected, a column for each size of community. */
export function printForecast(forecasts: readonly Forecast[], { dim, strong }: Look): string {
  const [first] = forecasts;
  if (!first) return '';
  const { weeklyReaders, items, reach } = first.assumptions;
  const head = [
    strong('How often a crowd figure would be released'),
    dim(`Assumed: ${percent(weeklyReaders)} of the doctors read in a week, ${items} items are about, and`),
    dim(`${percent(reach)} of the week’s readers see the card of one. A figure below T = ${first.threshold} is never`),
    dim(`told (ε = ${first.epsilon}).`),
  ];
  const columns = [
    { head: 'of 100 cells; doctors:', align: 'left' as const },
    ...forecasts.map(({ assumptions }) => ({
      head: COUNT.format(assumptions.doctors),
      align: 'right' as const,
    })),
    { head: 'half from', align: 'right' as const },
  ];
  const rows = first.facts.map(({ fact, doctorsForHalf }, i) => [
    fact,
    ...forecasts.map(({ facts }) => share(facts[i]?.released ?? 0)),
    COUNT.format(doctorsForHalf),
  ]);
  const all = ['all of these', ...forecasts.map(({ released }) => share(released)), ''];
  const foot = dim('“half from”: doctors that are needed for every second cell to be told.');
  return [head.join('\n'), textTable(columns, [...rows, all], dim), foot].join('\n\n');
}

function share(part: number): string {
  return part < 0.001 ? 'never' : part > 0.999 ? 'always' : `${(part * 100).toFixed(part < 0.1 ? 1 : 0)}`;
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
