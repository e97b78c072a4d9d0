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
    return this.#send('POST', '', draft);
  }

  async change(id: string, draft: CampaignDraft): Promise<Answer<unknown>> {
    return this.#send('PUT', `/${encodeURIComponent(id)}`, draft);
  }

  async remove(id: string): Promise<Answer<unknown>> {
    return this.#send('DELETE', `/${encodeURIComponent(id)}`);
  }

  async #send(method: string, path: string, draft?: CampaignDraft): Promise<Answer<unknown>> {
    const query = this.publisher === undefined ? '' : `?publisher=${encodeURIComponent(this.publisher)}`;
    let response: Response;
    try {
      response = await this.ask(`/v1/campaigns${path}${query}`, {
        method,
        headers: { accept: 'application/json', ...(draft ? { 'content-type': 'application/json' } : {}) },
        ...(draft ? { body: JSON.stringify(draft) } : {}),
      });
    } catch {
      return { failure: { kind: 'unreachable' } };
    }
    if (!response.ok) return { failure: await failureOf(response) };
    return { done: response.status === 204 ? undefined : await response.json().catch(() => undefined) };
  }
}
