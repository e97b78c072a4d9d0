import { failureOf, type Failure } from '../state/reports.js';

export const KINDS = ['congress', 'launch', 'guideline', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export interface CampaignDraft {
  readonly name: string;
  readonly kind: Kind;
  /** Both days are included. */
  readonly from: string;
  readonly to: string;
  /** URN of the one item that it is about; without one, all. */
  readonly item?: string | undefined;
}

export interface Campaign extends CampaignDraft {
  readonly id: string;
}

/** What came of a file: the windows that were added, and how many were there before. */
export interface Imported {
  readonly campaigns: readonly Campaign[];
  readonly known: number;
}

export type Answer<T> = { readonly done: T } | { readonly failure: Failure };

/** The publisher's calendar, as the collector keeps it. */
export class Calendar {
  constructor(
    /** Where the collector is open and serves several. */
    private readonly publisher: string | undefined,
    private readonly ask: typeof fetch = (...request) => fetch(...request),
  ) {}

  async list(): Promise<Answer<readonly Campaign[]>> {
    const answer = await this.#send('GET', '');
    if ('failure' in answer) return answer;
    const { done } = answer;
    const campaigns = typeof done === 'object' && done !== null && 'campaigns' in done ? done.campaigns : undefined;
    return Array.isArray(campaigns)
      ? { done: campaigns as readonly Campaign[] }
      : { failure: { kind: 'other-version' } };
  }

  async add(draft: CampaignDraft): Promise<Answer<unknown>> {
    return this.#write('POST', '', draft);
  }

  async change(id: string, draft: CampaignDraft): Promise<Answer<unknown>> {
    return this.#write('PUT', `/${encodeURIComponent(id)}`, draft);
  }

  async remove(id: string): Promise<Answer<unknown>> {
    return this.#send('DELETE', `/${encodeURIComponent(id)}`);
  }

  /** @param file an iCalendar file or a table; of any other kind the collector says what it takes */
  async import(file: File): Promise<Answer<Imported>> {
    const type = /\.csv$/i.test(file.name) ? 'text/csv' : /\.ics$/i.test(file.name) ? 'text/calendar' : file.type;
    const answer = await this.#send('POST', '/import', file, type || 'application/octet-stream');
    if ('failure' in answer) return answer;
    return isImported(answer.done) ? { done: answer.done } : { failure: { kind: 'other-version' } };
  }

  #write(method: string, path: string, draft: CampaignDraft): Promise<Answer<unknown>> {
    return this.#send(method, path, JSON.stringify(draft), 'application/json');
  }

  async #send(method: string, path: string, body?: BodyInit, type?: string): Promise<Answer<unknown>> {
    const query = this.publisher === undefined ? '' : `?publisher=${encodeURIComponent(this.publisher)}`;
    let response: Response;
    try {
      response = await this.ask(`/v1/campaigns${path}${query}`, {
        method,
        headers: { accept: 'application/json', ...(type === undefined ? {} : { 'content-type': type }) },
        ...(body === undefined ? {} : { body }),
      });
    } catch {
      return { failure: { kind: 'unreachable' } };
    }
    if (!response.ok) return { failure: await failureOf(response) };
    return { done: response.status === 204 ? undefined : await response.json().catch(() => undefined) };
  }
}

function isImported(value: unknown): value is Imported {
  const { campaigns, known } = (value ?? {}) as Partial<Imported>;
  return Array.isArray(campaigns) && typeof known === 'number';
}
