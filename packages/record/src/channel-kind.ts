import type { RenderRecord } from './render-record.js';
import type { ChannelKind } from './vocabulary.js';

/** Places that anybody can read. */
export function isOpenKind(kind: ChannelKind): boolean {
  return kind === 'open-social' || kind === 'bookmark' || kind === 'aggregator';
}

/** Whether the record keeps an item from a kind of place, by its reuse terms alone. Open places have to be allowed by name. */
export function kindRefused(
  kind: ChannelKind,
  { reuse, promotionalStatus }: Pick<RenderRecord, 'reuse' | 'promotionalStatus'>,
): 'one-person' | 'reuse-terms' | undefined {
  if (promotionalStatus === 'medical-information-response') return 'one-person';
  const { allow, deny } = reuse.channels ?? {};
  const refused = deny?.includes(kind) || (allow ? !allow.includes(kind) : isOpenKind(kind));
  return refused ? 'reuse-terms' : undefined;
}
