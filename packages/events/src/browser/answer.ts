import type { Fact } from '../fact.js';

/** What became of each fact of a batch. */
export interface Answer {
  readonly stored: readonly Fact[];
  readonly refused: readonly { readonly fact: Fact; readonly reason: string }[];
  /** The server's figures leave these open; it is not asked again, because it did take the batch. */
  readonly open: readonly Fact[];
}

/** The body of a 2xx → what became of each fact, or undefined when it is no answer of ours: a login page, a proxy. */
export function readAnswer(body: unknown, facts: readonly Fact[]): Answer | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { accepted, duplicates, refused } = body as Record<string, unknown>;
  if (typeof accepted !== 'number' || typeof duplicates !== 'number' || !Array.isArray(refused)) return undefined;
  const reasons = new Map<unknown, string>();
  for (const one of refused as readonly ({ id?: unknown } | null)[])
    if (one?.id !== undefined) reasons.set(one.id, detailOf(one));
  const rest = facts.filter(({ id }) => !reasons.has(id));
  const sure = accepted + duplicates >= rest.length;
  return {
    stored: sure ? rest : [],
    refused: facts.flatMap((fact) => {
      const reason = reasons.get(fact.id);
      return reason === undefined ? [] : [{ fact, reason }];
    }),
    open: sure ? [] : rest,
  };
}

/** The `detail` of a refusal or a problem (RFC 9457), in the server's own words. */
export function detailOf(body: unknown): string {
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : undefined;
  return typeof detail === 'string' && detail !== '' ? detail : 'The server gave no reason.';
}
