import { randomUUID } from 'node:crypto';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { draftYaml } from './draft/yaml.js';
import { CliError } from './errors.js';
import { isMissing } from './files.js';
import { isAddress, readSource } from './import/read-source.js';
import type { SourceDocument } from './import/source.js';

export interface DraftOptions {
  /** File to write; nothing is written without it, and an existing file is never replaced. */
  readonly out?: string | undefined;
  /** The item's URN; a new one without it. */
  readonly id?: string | undefined;
  /** The last day on which the record is to hold. */
  readonly validUntil?: string | undefined;
  /** A person's turn: fills in what is missing before anything is written. */
  readonly complete?: ((source: SourceDocument) => Promise<SourceDocument>) | undefined;
  /** Reads addresses; the platform's own without it. */
  readonly fetcher?: typeof fetch | undefined;
}

export interface DraftResult {
  readonly source: SourceDocument;
  /** The item file's text. */
  readonly yaml: string;
  readonly file: string | undefined;
}

/**
 * Reads a label, an article or a web page, from a file or an https address, and drafts an item from what it states. What it does not
 * state is listed under `missing`.
 * @throws CliError `import`, or `item` when the output file is there already
 */
export async function draftFromFile(
  from: string,
  { out, id, validUntil, complete, fetcher }: DraftOptions = {},
): Promise<DraftResult> {
  // Known before anybody answers questions in vain.
  if (out !== undefined) await refuseExisting(out);
  const read = await readSource(from, fetcher);
  const source = complete === undefined ? read : await complete(read);
  const name = isAddress(from) ? from : basename(from);
  const yaml = draftYaml(source, { from: name, id: id ?? `urn:uuid:${randomUUID()}`, validUntil });
  if (out !== undefined) {
    await mkdir(dirname(out), { recursive: true });
    try {
      await writeFile(out, yaml, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw taken(out);
    }
  }
  return { source, yaml, file: out };
}

async function refuseExisting(out: string): Promise<void> {
  try {
    await stat(out);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  throw taken(out);
}

function taken(out: string): CliError {
  return new CliError('item', `${basename(out)} is there already. Delete it, or name another file with --out.`);
}
