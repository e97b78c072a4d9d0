import { join } from 'node:path';
import {
  APPROVAL_FUNCTIONS,
  digestSchema,
  ITEM_STATES,
  openRecord,
  STATUS_LIST_SIZE,
  type OpenRecord,
} from '@pullquote/record';
import * as v from 'valibot';
import { CliError } from './errors.js';
import { readIfThere, streamIfThere, writeWhole } from './files.js';
import type { Keys } from './keys.js';
import type { Project } from './project.js';
import { readPieces } from './read-pieces.js';
import { writePieces } from './write-pieces.js';

const approvalSchema = v.strictObject({
  /** What was approved: the digest on the proof. */
  digest: digestSchema,
  by: v.picklist(APPROVAL_FUNCTIONS),
  /** The day on which it was entered. */
  date: v.pipe(v.string(), v.isoDate()),
});
export type Approval = v.InferOutput<typeof approvalSchema>;

const entrySchema = v.strictObject({
  /** The item's file name, without its ending. */
  name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)),
  id: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  url: v.string(),
  digest: digestSchema,
  /** Place in the status list, drawn at random so that it tells nothing about the item. */
  idx: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(STATUS_LIST_SIZE - 1)),
  state: v.picklist(ITEM_STATES),
  /** What a suspended version goes back to. */
  from: v.optional(v.picklist(['live', 'superseded'])),
  /** Who approved it, by function. It stands here and not in the record, whose bytes are what was approved. */
  approvals: v.optional(v.array(approvalSchema)),
});
const indexSchema = v.strictObject({
  schema: v.literal('pullquote-index/1'),
  /** When the last status list was issued, in seconds since 1970: the next one must be later. */
  statusIssued: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Until when a list that was issued here vouches, the latest of all, in seconds since 1970. */
  statusExpires: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  records: v.array(entrySchema),
});

/** One signed version of one item. */
export type IndexEntry = v.InferOutput<typeof entrySchema>;
/** `signed/index.json`: everything that was ever signed here. */
export type SignedIndex = v.InferOutput<typeof indexSchema>;

/** @throws CliError `project` when the file was damaged */
export async function readIndex({ paths }: Project): Promise<SignedIndex> {
  const text = await streamIfThere(paths.index);
  if (text === undefined) return { schema: 'pullquote-index/1', statusIssued: 0, records: [] };
  try {
    const records: IndexEntry[] = [];
    const rest = await readPieces(text, 'records', (entry) => records.push(v.parse(entrySchema, entry)));
    return { ...v.parse(indexSchema, rest), records };
  } catch (error) {
    throw new CliError(
      'project',
      `signed/index.json is damaged (${(error as Error).message}). Restore it from your backup.`,
    );
  }
}

export async function writeIndex({ paths }: Project, index: SignedIndex): Promise<void> {
  await writeWhole(paths.index, writePieces(index, 'records', index.records));
}

export function signedFile(project: Project, { name, version }: Pick<IndexEntry, 'name' | 'version'>): string {
  return join(project.paths.signed, `${name}.v${version}.jws`);
}

export function tombstoneFile(project: Project, { name, version }: Pick<IndexEntry, 'name' | 'version'>): string {
  return join(project.paths.signed, `${name}.v${version}.tombstone.jws`);
}

/** The record that an entry stands for, its signature and digest checked. @throws CliError `sign`, RecordError */
export async function openSigned(project: Project, keys: Keys, entry: IndexEntry): Promise<OpenRecord> {
  const jws = await readIfThere(signedFile(project, entry));
  const file = `signed/${entry.name}.v${entry.version}.jws`;
  if (jws === undefined) throw new CliError('sign', `${file} is missing. Restore it from your backup.`);
  const open = await openRecord(jws.trim(), { keys: [keys.record] });
  if (open.digest !== entry.digest) {
    throw new CliError(
      'sign',
      `${file} is not the record that signed/index.json names. Restore both from your backup.`,
    );
  }
  return open;
}

/** Finds an item's signed versions by its name, file, id or canonical URL. */
export function findEntries(index: SignedIndex, item: string): IndexEntry[] {
  const name = item.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  const matches = (test: (entry: IndexEntry) => boolean) => index.records.filter(test);
  const exact = matches((entry) => entry.id === item || entry.url === item);
  return exact.length > 0 ? exact : matches((entry) => entry.name === name);
}

/** The same, where `name@2` is the second version alone. @throws CliError `item` when there is none */
export function findVersions(index: SignedIndex, item: string): IndexEntry[] {
  const [, before, version] = /^(.+)@(\d+)$/.exec(item) ?? [];
  const found = findEntries(index, item);
  const named =
    found.length > 0 || before === undefined
      ? found
      : findEntries(index, before).filter((entry) => entry.version === Number(version));
  if (named.length > 0) return named;
  throw new CliError(
    'item',
    `Nothing called "${item}" was signed here. "pullquote verify public" lists what is published.`,
  );
}
