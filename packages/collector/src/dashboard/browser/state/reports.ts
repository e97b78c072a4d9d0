import type { ReportName, ReportOf } from '../../../report/types.js';
import type { Forecast } from '../../../plan/forecast.js';
import type { Place } from './place.js';

/** Why nothing came. */
export type Failure =
  | { readonly kind: 'signed-out' }
  /** The collector said no, and why. */
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'failed' }
  /** What came is not what this page was made for. */
  | { readonly kind: 'other-version' };

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure };

export type ReportFilter = Pick<Place, 'from' | 'to' | 'item' | 'community' | 'publisher'> & {
  readonly limit?: number;
};

const LOADING = { state: 'loading' } as const;
const SCHEMA = 'pullquote-report/2';

/** The reports that the page has asked for, each asked for once. */
export class Reports {
  readonly #known = new Map<string, Loaded<unknown>>();

  /** @param changed told whenever one has come, or has not */
  constructor(
    private readonly changed: () => void,
    private readonly ask: typeof fetch = (...request) => fetch(...request),
  ) {}

  get<N extends ReportName>(name: N, filter: ReportFilter): Loaded<ReportOf<N>> {
    return this.#at(reportAddress(name, filter), isReport) as Loaded<ReportOf<N>>;
  }

  /** What can ever be released for a community of so many doctors. */
  forecast(doctors: number, publisher?: string): Loaded<Forecast> {
    const query = new URLSearchParams({ ...(publisher === undefined ? {} : { publisher }), doctors: String(doctors) });
    return this.#at(`/v1/plan?${query}`, isForecast) as Loaded<Forecast>;
  }

  #at(address: string, isRight: (value: unknown) => boolean): Loaded<unknown> {
    const known = this.#known.get(address);
    if (known) return known;
    this.#known.set(address, LOADING);
    void this.#load(address, isRight);
    return LOADING;
  }

  /** Asks again for all that failed. */
  retry(): void {
    for (const [address, { state }] of this.#known) if (state === 'failed') this.#known.delete(address);
    this.changed();
  }

  /** After a change of the calendar every report may read otherwise. */
  forget(): void {
    this.#known.clear();
    this.changed();
  }

  async #load(address: string, isRight: (value: unknown) => boolean): Promise<void> {
    const loaded = await this.#answer(address, isRight);
    // A report that was forgotten meanwhile comes too late.
    if (this.#known.get(address) !== LOADING) return;
    this.#known.set(address, loaded);
    this.changed();
  }

  async #answer(address: string, isRight: (value: unknown) => boolean): Promise<Loaded<unknown>> {
    let response: Response;
    try {
      response = await this.ask(address, { headers: { accept: 'application/json' } });
    } catch {
      return { state: 'failed', failure: { kind: 'unreachable' } };
    }
    if (!response.ok) return { state: 'failed', failure: await failureOf(response) };
    const value: unknown = await response.json().catch(() => undefined);
    return isRight(value) ? { state: 'ready', value } : { state: 'failed', failure: { kind: 'other-version' } };
  }
}

export async function failureOf(response: Response): Promise<Failure> {
  if (response.status === 401) return { kind: 'signed-out' };
  if (response.status >= 500) return { kind: 'failed' };
  const problem: unknown = await response.json().catch(() => undefined);
  const detail = typeof problem === 'object' && problem !== null && 'detail' in problem ? problem.detail : undefined;
  return typeof detail === 'string' ? { kind: 'refused', sentence: detail } : { kind: 'failed' };
}

export function reportAddress(name: ReportName, filter: ReportFilter, ending: '' | '.csv' = ''): string {
  const query = new URLSearchParams();
  for (const field of ['publisher', 'from', 'to', 'item', 'community', 'limit'] as const) {
    const value = filter[field];
    if (value !== undefined && !(field === 'limit' && ending === '.csv')) query.set(field, String(value));
  }
  return `/v1/reports/${name}${ending}${query.size > 0 ? `?${query}` : ''}`;
}

function isReport(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === SCHEMA;
}

function isForecast(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'facts' in value && Array.isArray(value.facts);
}
