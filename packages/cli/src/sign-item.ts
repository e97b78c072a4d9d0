import { openRecord, signJws } from '@pullquote/record';
import { checkApproval, withApprovals, type ApprovalInput } from './approval.js';
import { checkAgainst } from './check-against.js';
import { CliError } from './errors.js';
import { writeWhole } from './files.js';
import { readItem, type Item } from './item.js';
import { isSame, lastDay } from './item-record.js';
import { privateKey, readKeys, type Keys } from './keys.js';
import { checkRules } from './lint.js';
import { withLock } from './lock.js';
import { pendingProof, usableProof } from './pending.js';
import type { Project } from './project.js';
import { readProof, type Proof } from './proof-file.js';
import { openSigned, readIndex, signedFile, writeIndex, type IndexEntry, type SignedIndex } from './signed-index.js';

export interface SignResult extends IndexEntry {
  /** True when the same content was signed before: the record of then is kept, with its digest. */
  readonly reused: boolean;
  /** The signed file, relative to the project. */
  readonly file: string;
  /** The last day on which it holds. */
  readonly validUntil: string;
}

export interface SignOptions {
  /** Exactly what was approved is signed, or nothing. */
  readonly approval?: ApprovalInput | undefined;
  /** Refuses to sign what nobody approved. */
  readonly requireApproval?: boolean | undefined;
}

/**
 * Signs one item. The same content gives the same record; changed content needs a higher version. With an approval, exactly
 * the bytes on the proof are signed, or nothing is; the approval is kept beside the record, never in it.
 * @throws CliError `missing`, `item`, `lint`, `approval`, `sign`, `withdrawn` or `key`, RecordError `record` with one issue per
 * wrong field
 */
export async function signItem(
  project: Project,
  item: string,
  now = new Date(),
  { approval, requireApproval = false }: SignOptions = {},
): Promise<SignResult> {
  if (approval !== undefined) checkApproval(approval);
  return withLock(project, async () => {
    const keys = await readKeys(project.paths);
    const read = await readItem(project, item);
    const index = await readIndex(project);
    checkAgainst(index, read);
    const same = index.records.find(({ id, version }) => id === read.content.id && version === read.content.version);
    if (same !== undefined) return reuse(project, keys, read, { index, entry: same, approval, now });

    await checkRules(project, read, { index, today: now.toISOString().slice(0, 10) });
    if (approval === undefined && requireApproval) throw unapproved(read.name);
    const { payload } =
      approval === undefined
        ? await pendingProof(project, read, index, now)
        : await approvedProof(project, read, { index, approval, now });
    const jws = await signJws(payload, await privateKey(project, 'record'), 'pullquote-record+jwt');
    // What was written is opened once, as a reader would: a record that nobody can open is never put into the index.
    const { record, digest } = await openRecord(jws, { keys: [keys.record] });
    const { id, version, canonicalUrl, status } = record;
    const entry: IndexEntry = {
      name: read.name,
      id,
      version,
      url: canonicalUrl,
      digest,
      idx: status.idx,
      state: 'live',
    };
    const signed = approval === undefined ? entry : withApprovals(entry, approval, now);
    await writeWhole(signedFile(project, signed), `${jws}\n`);
    await writeIndex(project, { ...index, records: [...index.records, signed] });
    return result(signed, false, lastDay(record));
  });
}

interface Signing {
  readonly index: SignedIndex;
  readonly approval: ApprovalInput;
  readonly now: Date;
}

/** The proof whose digest was approved. Anything else is refused: nobody has seen it. */
async function approvedProof(project: Project, item: Item, { index, approval, now }: Signing): Promise<Proof> {
  const { name } = item;
  const made = await readProof(project, name);
  if (made === undefined)
    throw new CliError(
      'approval',
      `There is no proof of ${name} yet. Run "pullquote proof ${name}" and have it approved.`,
    );
  const proof = await usableProof(project, item, index, now);
  if (proof === undefined)
    throw new CliError(
      'approval',
      `${name} has changed since its proof ${made.digest} was made, or the proof has lapsed. Nothing was signed. Run "pullquote proof ${name}" and have the new one approved.`,
    );
  checkDigest(name, proof.digest, approval);
  return proof;
}

function unapproved(name: string): CliError {
  return new CliError(
    'approval',
    `Signatories approve first: run "pullquote proof ${name}", then sign with --approved DIGEST --by medical. Nothing was signed. (approval: optional in pullquote.yaml turns this off.)`,
  );
}

function checkDigest(name: string, digest: string, approval: ApprovalInput): void {
  if (digest === approval.digest) return;
  throw new CliError(
    'approval',
    `What would be signed of ${name} has the digest ${digest}, but ${approval.digest} was approved. Nothing was signed. Have the proof with the digest ${digest} approved.`,
    [`approved: must be ${digest}`],
  );
}

/** The same version again: fine when nothing changed, refused when it did, because readers hold the signed one. */
async function reuse(
  project: Project,
  keys: Keys,
  item: Item,
  {
    index,
    entry,
    approval,
    now,
  }: Omit<Signing, 'approval'> & { entry: IndexEntry; approval: ApprovalInput | undefined },
): Promise<SignResult> {
  const { record } = await openSigned(project, keys, entry);
  checkUnchanged(project, record, item);
  if (approval === undefined) return result(entry, true, lastDay(record));
  checkDigest(entry.name, entry.digest, approval);
  const approved = withApprovals(entry, approval, now);
  await writeIndex(project, { ...index, records: index.records.map((one) => (one === entry ? approved : one)) });
  return result(approved, true, lastDay(record));
}

/** @throws CliError `sign` when a signed version's item says something else by now */
export function checkUnchanged(project: Project, record: Proof['record'], item: Item): void {
  if (isSame(project, record, item)) return;
  const { version } = record;
  throw new CliError(
    'sign',
    `${item.name}: version ${version} is signed already and its content has changed. Set version: ${version + 1}; if readers should move on to it, add supersedes.`,
    [`version: must be higher than ${version}`],
  );
}

function result(entry: IndexEntry, reused: boolean, validUntil: string): SignResult {
  return { ...entry, reused, file: `signed/${entry.name}.v${entry.version}.jws`, validUntil };
}
