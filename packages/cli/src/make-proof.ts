import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { splitJws, type Finding } from '@pullquote/record';
import { checkAgainst } from './check-against.js';
import { writeWhole } from './files.js';
import { readItem, type Item } from './item.js';
import { lastDay } from './item-record.js';
import { readKeys } from './keys.js';
import { withLock } from './lock.js';
import { pendingProof } from './pending.js';
import type { Project } from './project.js';
import { proofOf, writeProof, type Proof } from './proof-file.js';
import { proofPage } from './proof/page.js';
import { checkUnchanged } from './sign-item.js';
import { lintContent } from './lint.js';
import { openSigned, readIndex, type IndexEntry } from './signed-index.js';

export interface ProofOptions {
  /** File to write; `proofs/<name>.v<version>.html` in the project without it. */
  readonly out?: string | undefined;
  /** Every form with every approved excerpt, not with the first alone. */
  readonly everyExcerpt?: boolean | undefined;
  readonly now?: Date | undefined;
}

export interface ProofResult {
  readonly name: string;
  readonly version: number;
  /** What signatories approve: the payload digest of the bytes that will be signed. */
  readonly digest: string;
  readonly validUntil: string;
  /** The page that was written. */
  readonly file: string;
  /** True when the item is signed already, over these very bytes. */
  readonly signed: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Writes the page that signatories approve and file, and keeps the bytes that it shows: signing signs these and no others.
 * No private key is needed. An unchanged item gives the same page again.
 * @throws CliError `missing`, `item`, `sign`, `withdrawn`, `approval` or `key`, RecordError `record`
 */
export async function makeProof(
  project: Project,
  item: string,
  { out, everyExcerpt = false, now = new Date() }: ProofOptions = {},
): Promise<ProofResult> {
  return withLock(project, async () => {
    const read = await readItem(project, item);
    const index = await readIndex(project);
    checkAgainst(index, read);
    const { id, version } = read.content;
    const entry = index.records.find((one) => one.id === id && one.version === version);
    const proof = entry ? await signedProof(project, read, entry) : await pendingProof(project, read, index, now);
    if (entry === undefined) await writeProof(project, read.name, proof);

    const { record, digest, payload } = proof;
    const today = new Date(record.iat * 1000).toISOString().slice(0, 10);
    const findings = await lintContent(project, record, { index, today });
    const page = proofPage({
      name: read.name,
      publisher: project.config.name,
      record,
      digest,
      payload: new TextDecoder().decode(payload),
      findings,
      approvals: (entry?.approvals ?? []).filter((approval) => approval.digest === digest),
      everyExcerpt,
    });
    const file = out === undefined ? join(project.paths.proofs, `${read.name}.v${version}.html`) : resolve(out);
    await mkdir(dirname(file), { recursive: true });
    await writeWhole(file, page);
    return {
      name: read.name,
      version,
      digest,
      validUntil: lastDay(record),
      file,
      signed: entry !== undefined,
      findings,
    };
  });
}

/** A version that is signed already is shown as it was signed. */
async function signedProof(project: Project, item: Item, entry: IndexEntry): Promise<Proof> {
  const { jws, record } = await openSigned(project, await readKeys(project.paths), entry);
  checkUnchanged(project, record, item);
  return proofOf(splitJws(jws).payload);
}
