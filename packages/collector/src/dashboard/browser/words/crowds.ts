import type { CrowdFigure, CrowdRate } from '../../../report/types.js';
import { count, percentTo } from './numbers.js';

export const NOT_RELEASED = 'not released';

/** Figures are said no finer than they are known: to a tenth of the interval or so. */
function stepOf([low, high]: readonly [number, number]): number {
  return 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, (high - low) / 2))));
}

/** `about 120 (90–150)`; what is known to the unit is said to the unit. */
export function crowdNumbers({ figure, interval }: Extract<CrowdFigure, { state: 'released' }>): string {
  const step = stepOf(interval);
  const [middle, low, high] = [figure, ...interval].map((n) => count(Math.round(n / step) * step));
  return `about ${middle} (${low}–${high})`;
}

/** One released figure counts doctors. A sum over weeks, items or communities counts a doctor once in each. */
export function crowdWords(value: CrowdFigure): string {
  if (value.state === 'not-released') return NOT_RELEASED;
  const [middle = '', range = ''] = crowdNumbers(value).split(/ (?=\()/);
  return `${middle} ${value.cells === 1 ? 'doctors' : 'doctor-weeks'} ${range}`;
}

/** `about 7.4 % (7.1–7.6 %)` */
export function rateWords(value: CrowdRate): string {
  if (value.state === 'not-released') return NOT_RELEASED;
  const [low, high] = value.interval;
  // Both ends of a narrow range would read the same without decimals.
  const decimals = high - low < 0.03 ? 1 : 0;
  const [middle, from, to] = [value.value, low, high].map((part) => percentTo(part, decimals));
  return `about ${middle} % (${from}–${to} %)`;
}
