import { readdir, readFile } from 'node:fs/promises';

const chunks = new URL('../../../packages/elements/dist/bundle/chunks/', import.meta.url);

/** → the address, on a community's site, of the counting chunk as it was built last. */
export async function countingChunk(): Promise<string> {
  const files = (await readdir(chunks)).filter((file) => file.startsWith('counting-'));
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, chunks), 'utf8')));
  // Another chunk of that name starts it.
  const name = files.find((_, i) => texts[i]?.includes('as createCounting'));
  if (name === undefined) throw new Error('There is no counting chunk: run `npm run build` first.');
  return `/pq/chunks/${name}`;
}
