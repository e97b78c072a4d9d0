import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, encode, parseRecord, payloadDigest, readJson, type ContentRecord } from '@pullquote/record';
import * as v from 'valibot';
import { explain } from './check.js';
import { CliError } from './errors.js';
import { isMissing, readIfThere, writeWhole } from './files.js';
import { payloadOf } from './item-record.js';
import type { Project } from './project.js';

const proofSchema = v.strictObject({
  schema: v.literal('pullquote-proof/1'),
  /** Payload digest: what signatories approve. */
  digest: v.string(),
  /** The very bytes that will be signed, base64url. */
  payload: v.string(),
});

/** What lies before the signatories: bytes that nothing changes any more. */
export interface Proof {
  readonly digest: string;
  readonly payload: Uint8Array;
  readonly record: ContentRecord;
}

export async function proofOf(payload: Uint8Array): Promise<Proof> {
  return { digest: await payloadDigest(payload), payload, record: parseRecord(readJson(payload)) };
}

/** The proof that was made last of an item. @throws CliError `approval` when its file was damaged */
export async function readProof(project: Project, name: string): Promise<Proof | undefined> {
  const text = await readIfThere(proofFile(project, name));
  if (text === undefined) return undefined;
  try {
    const { digest, payload } = v.parse(proofSchema, JSON.parse(text));
    const proof = await proofOf(decode(payload));
    if (proof.digest !== digest) throw new Error('its digest is not that of its payload');
    // A field that we do not know would be signed without standing on the page.
    if (encode(payloadOf(proof.record)) !== payload)
      throw new Error('its payload is not as "pullquote proof" writes it');
    return proof;
  } catch (error) {
    throw new CliError(
      'approval',
      `proofs/${name}.json is damaged (${explain(error)}). Delete it, run "pullquote proof ${name}" and have it approved anew.`,
    );
  }
}

export async function writeProof(project: Project, name: string, { digest, payload }: Proof): Promise<void> {
  await mkdir(project.paths.proofs, { recursive: true });
  const file: v.InferOutput<typeof proofSchema> = { schema: 'pullquote-proof/1', digest, payload: encode(payload) };
  await writeWhole(proofFile(project, name), `${JSON.stringify(file, null, 2)}\n`);
}

/** Places in the status list that proofs of other items hold: two records must never share one. */
export async function proofedPlaces(project: Project, but: string): Promise<number[]> {
  const names = (await proofNames(project)).filter((name) => name !== but);
  const proofs = await Promise.all(names.map((name) => readProof(project, name)));
  return proofs.flatMap((proof) => (proof === undefined ? [] : [proof.record.status.idx]));
}

async function proofNames({ paths }: Project): Promise<string[]> {
  try {
    const files = await readdir(paths.proofs);
    return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function proofFile({ paths }: Project, name: string): string {
  return join(paths.proofs, `${name}.json`);
}
