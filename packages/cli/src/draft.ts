import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Document } from 'yaml';
import { CliError } from './errors.js';
import { readSource } from './import/read-source.js';
import type { SourceDocument } from './import/source.js';

export interface DraftOptions {
  /** File to write; nothing is written without it, and an existing file is never replaced. */
  readonly out?: string | undefined;
  /** The item's URN; a new one without it. */
  readonly id?: string | undefined;
  /** The last day on which the record is to hold. */
  readonly validUntil?: string | undefined;
}

export interface DraftResult {
  readonly source: SourceDocument;
  /** The item file's text. */
  readonly yaml: string;
  readonly file: string | undefined;
}

/**
 * Reads a label or an article and drafts an item from what it states. What it does not state is listed under `missing`.
 * @throws CliError `import`, or `item` when the output file is there already
 */
export async function draftFromFile(file: string, { out, id, validUntil }: DraftOptions = {}): Promise<DraftResult> {
  const source = await readSource(file);
  const yaml = draftYaml(source, { from: basename(file), id: id ?? `urn:uuid:${randomUUID()}`, validUntil });
  if (out !== undefined) {
    await mkdir(dirname(out), { recursive: true });
    try {
      await writeFile(out, yaml, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new CliError('item', `${basename(out)} is there already. Delete it, or name another file with --out.`);
    }
  }
  return { source, yaml, file: out };
}

function draftYaml(
  { content, missing, notes, format }: SourceDocument,
  { from, id, validUntil }: { from: string; id: string; validUntil: string | undefined },
): string {
  const { schema, version, ...stated } = content;
  const document = new Document({
    missing,
    schema,
    id,
    version,
    ...(validUntil === undefined ? {} : { validUntil }),
    ...stated,
  });
  const kind = format === 'spl' ? 'drug label (SPL)' : 'article (JATS)';
  document.commentBefore = [
    ` Drafted from ${from}, a ${kind}. What it says of the content stands in that file.`,
    ' Fill in what is listed under "missing", deleting each entry as you go; then run "pullquote sign".',
    ...notes.map((note) => ` Note: ${note}`),
  ].join('\n');
  return document.toString({ lineWidth: 110 });
}
