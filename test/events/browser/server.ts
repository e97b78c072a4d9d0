import { parseFact, type Fact } from '@pullquote/events';

/** A relay in memory: a real Request → Response handler that takes every fact id once and keeps what arrived. */
export class Relay {
  readonly requests: Request[] = [];
  /** How each request was asked for: some of it a Request outside a browser does not keep. */
  readonly inits: (RequestInit | undefined)[] = [];
  readonly stored = new Map<string, Fact>();
  /** Answers for the next requests, in order, before the relay answers by itself again; an Error is a dead line. */
  readonly script: (Response | Error | ((facts: unknown[]) => Response | Promise<Response>))[] = [];

  readonly fetch: typeof fetch = async (input, init) => {
    // Node knows no page to be same-origin with.
    const request = new Request(new URL(String(input), 'http://localhost:4800'), { ...init, mode: 'cors' });
    this.requests.push(request);
    this.inits.push(init);
    const next = this.script.shift();
    if (next instanceof Error) throw next;
    if (next instanceof Response) return next;
    const facts = (await request.clone().json()) as unknown[];
    return next ? next(facts) : this.take(facts);
  };

  take(facts: readonly unknown[]): Response {
    const refused: { id?: string; code: string; detail: string }[] = [];
    let duplicates = 0;
    let accepted = 0;
    for (const one of facts) {
      try {
        const fact = parseFact(one);
        if (this.stored.has(fact.id)) duplicates++;
        else accepted++;
        this.stored.set(fact.id, fact);
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        refused.push({ id: (one as Fact).id, code, detail: message });
      }
    }
    return Response.json({ accepted, duplicates, refused });
  }
}
