import { createReadStream } from 'node:fs';
import { CliError } from '../errors.js';
import { fetchSource } from './fetch-source.js';
import { importHtml } from './html.js';
import { importJats } from './jats.js';
import { kindOfFile } from './kind-of-file.js';
import { parseHtml } from './parse-html.js';
import { parseXml } from './parse-xml.js';
import type { SourceDocument } from './source.js';
import { importSpl, SPL_NAMESPACE } from './spl.js';

/** What a stream's carrier says of it. */
export interface Carrier {
  /** Where it was read. */
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
}

/** True for what is read over the network; everything else is a file. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/**
 * Reads a label (SPL), an article (JATS) or a web page from a file or an address; its beginning says which it is.
 * @throws CliError `import`
 */
export async function readSource(source: string, fetcher?: typeof fetch): Promise<SourceDocument> {
  if (!isAddress(source)) return readSourceStream(openFile(source));
  const { chunks, ...carrier } = await fetchSource(source, fetcher);
  return readSourceStream(chunks, carrier);
}

/** The same from any stream of bytes. */
export async function readSourceStream(
  stream: AsyncIterable<Uint8Array>,
  { url, contentType }: Carrier = {},
): Promise<SourceDocument> {
  const { kind, chunks } = await kindOfFile(stream);
  if (kind === 'html' || /^text\/html\b/i.test(contentType ?? ''))
    return importHtml(await parseHtml(chunks, contentType), url);
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
    if (code === 'EISDIR') throw new CliError('import', `${file} is a folder: name one file in it.`);
    throw error;
  }
}
