import { readdir } from 'node:fs/promises';

const chunks = new URL('../../../packages/elements/dist/bundle/chunks/', import.meta.url);

/** → the address, on a community's site, of the counting chunk as it was built last. */
export async function countingChunk(): Promise<string> {
  const name = (await readdir(chunks)).find((file) => file.startsWith('counting-'));
  if (name === undefined) throw new Error('There is no counting chunk: run `npm run build` first.');
  return `/pq/chunks/${name}`;
}
