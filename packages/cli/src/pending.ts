import type { Item } from './item.js';
import { isSame, payloadOf, recordOf } from './item-record.js';
import type { Project } from './project.js';
import { proofedPlaces, proofOf, readProof, type Proof } from './proof-file.js';
import type { SignedIndex } from './signed-index.js';
import { drawStatusIndex } from './status-index.js';

/**
 * The bytes that signing an item would sign. An item that has not changed since its proof keeps that proof's bytes, and so
 * its digest; a changed one gets new ones.
 */
export async function pendingProof(project: Project, item: Item, index: SignedIndex, now: Date): Promise<Proof> {
  const before = await usableProof(project, item, index, now);
  if (before !== undefined) return before;
  const taken = new Set([...index.records.map(({ idx }) => idx), ...(await proofedPlaces(project, item.name))]);
  return proofOf(payloadOf(recordOf(project, item, drawStatusIndex(taken), now)));
}

/** The item's last proof, if it still says what the item says and can still be signed. */
export async function usableProof(
  project: Project,
  item: Item,
  index: SignedIndex,
  now: Date,
): Promise<Proof | undefined> {
  const proof = await readProof(project, item.name);
  if (proof === undefined || !isSame(project, proof.record, item)) return undefined;
  const { exp, status } = proof.record;
  const free = index.records.every(({ idx }) => idx !== status.idx);
  return free && exp * 1000 > now.getTime() && status.uri.startsWith(`${project.config.origin}/`) ? proof : undefined;
}
