import { sha256Text } from '../digest.js';
import type { Content } from '../schema.js';

/** SHA-256 of every excerpt's text, by its id: rules are synchronous, and hashing is not. */
export async function excerptHashes({
  excerpts = [],
}: Pick<Content, 'excerpts'>): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all(excerpts.map(async ({ id, text }) => [id, await sha256Text(text)] as const)));
}
