import { createReadStream } from 'node:fs';
import { CliError } from '../errors.js';
import { importJats } from './jats.js';
import { parseXml } from './parse-xml.js';
import type { SourceDocument } from './source.js';
import { importSpl, SPL_NAMESPACE } from './spl.js';

/**
 * Reads a label (SPL) or an article (JATS); the root element says which it is.
 * @throws CliError `import`
 */
export async function readSource(file: string): Promise<SourceDocument> {
  return readSourceStream(openFile(file));
}

/** The same from any stream of bytes. */
export async function readSourceStream(chunks: AsyncIterable<Uint8Array>): Promise<SourceDocument> {
  const root = await parseXml(chunks);
  if (root.name === 'document' && root.uri === SPL_NAMESPACE) return importSpl(root);
  if (root.name === 'article' && (root.uri === '' || /(jats|dtd)\.nlm\.nih\.gov/.test(root.uri)))
    return importJats(root);
  throw new CliError(
    'import',
    `The root element <${root.name}> is neither a drug label (SPL: <document> in ${SPL_NAMESPACE}) nor an article (JATS: <article>).`,
  );
}

async function* openFile(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new CliError('import', `There is no file ${file}.`);
    if (code === 'EISDIR') throw new CliError('import', `${file} is a folder: name one XML file in it.`);
    throw error;
  }
}
