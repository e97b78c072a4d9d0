/** Made when the first number is written, as those of days.ts. */
const parts = (options: Intl.NumberFormatOptions) => {
  let made: Intl.NumberFormat | undefined;
  return { format: (n: number) => (made ??= new Intl.NumberFormat('en-GB', options)).format(n) };
};
const WHOLE = parts({ maximumFractionDigits: 0 });
const TWO = parts({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const ONE = parts({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const SHORT = parts({ notation: 'compact', maximumFractionDigits: 1 });

/** 27474 → 27,474 */
export function count(n: number): string {
  return WHOLE.format(n);
}

/** For an axis: 27474 → 27.5K */
export function short(n: number): string {
  return Math.abs(n) < 1_000 ? WHOLE.format(n) : SHORT.format(n);
}

/** An index or a ratio: 0.6196 → 0.62 */
export function index(n: number): string {
  return TWO.format(n);
}

/** For an axis: 0.02 → 2 %, 0.005 → 0.5 %. */
export function percentTick(part: number): string {
  return `${Number((part * 100).toFixed(1))} %`;
}

/** 0.1073 → 10.7 %, as finely as it is known. */
export function percentTo(part: number, decimals: 0 | 1): string {
  return (decimals === 1 ? ONE : WHOLE).format(part * 100);
}

/** How many times: 4.93 → 4.9 */
export function times(n: number): string {
  return n < 10 ? ONE.format(n) : WHOLE.format(n);
}

/** 0.0736 → 7.4 %; from 10 % on without decimals. */
export function percent(part: number): string {
  const n = part * 100;
  return `${n !== 0 && Math.abs(n) < 9.95 ? ONE.format(n) : WHOLE.format(n)} %`;
}

/** At the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `one post`, `2,400 posts` */
export function some(n: number, one: string, many: string): string {
  return `${n === 1 ? 'one' : count(n)} ${n === 1 ? one : many}`;
}
